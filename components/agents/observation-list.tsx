import { endedByAdmin, OBSERVATION_LOOKS, OBSERVATION_WRONG_MAX } from "../../lib/domain/observation";
import { ProgressBar } from "../ui/progress-bar";
import { ExactTime } from "../ui/relative-time";
import type { AgentActions } from "./agent-actions";
import type { ObservationView } from "./agent-view";
import { observationState, observationWords } from "./observation-words";
import { TurnObservation } from "./turn-observation";

export interface ObservationListProps {
  readonly agentId: string;
  readonly observations: readonly ObservationView[];
  /** Null for whoever may only look. */
  readonly turn: AgentActions["observe"] | null;
}

/** Each action of an agent: how many looks it has had, how many found it wrong, and what follows. */
export function ObservationList({ agentId, observations, turn }: ObservationListProps) {
  return (
    <>
      <p className="mb-4 text-note text-pretty text-ink-2">
        The first {OBSERVATION_LOOKS} of each action are looked at by a person whatever policy says. With at most{" "}
        {OBSERVATION_WRONG_MAX} wrong it ends by itself. Another model or version starts anew.
      </p>
      {observations.length === 0 ? (
        <p className="text-note text-ink-3">Nothing has been decided yet.</p>
      ) : (
        <ul className="flex flex-col gap-4">
          {observations.map((one) => (
            <li key={`${one.actionName} ${one.fingerprint}`}>
              <One observation={one} />
              {turn !== null && <TurnObservation agentId={agentId} observation={one} turn={turn} />}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function One({ observation }: { readonly observation: ObservationView }) {
  const { actionName, version, looked, endedAt } = observation;
  const state = observationState(observation);
  return (
    <>
      {endedAt === null ? (
        <ProgressBar
          label={actionName}
          value={looked}
          max={OBSERVATION_LOOKS}
          says={observationWords(observation)}
          className="[&>div:first-child]:flex-wrap"
        />
      ) : (
        <p className="flex flex-wrap justify-between gap-x-3 text-small">
          <span className="text-ink-2">{actionName}</span>
          <span className="tabular text-ink-3">{observationWords(observation)}</span>
        </p>
      )}
      <p className="mt-1 text-small [overflow-wrap:anywhere] text-ink-3 empty:hidden">
        {version}
        {version !== null && (state === "stuck" || endedAt !== null) && " · "}
        {state === "stuck" && <span className="font-medium text-removed">too many wrong: it goes on until an admin decides</span>}
        {endedAt !== null && (
          <>
            {endedByAdmin(observation) ? "an admin ended it" : "ended"} <ExactTime at={endedAt} className="tabular" />
          </>
        )}
      </p>
    </>
  );
}
