import { endedByAdmin, OBSERVATION_LOOKS, OBSERVATION_WRONG_MAX } from "../../lib/domain/observation";
import { ProgressBar } from "../ui/progress-bar";
import { ExactTime } from "../ui/exact-time";
import type { Words } from "../words/make-words";
import { words } from "../words/words";
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
export async function ObservationList({ agentId, observations, turn }: ObservationListProps) {
  const t = await words("agents");
  return (
    <>
      <p className="mb-4 text-note text-pretty text-ink-2">
        {t("observation.says", { looks: OBSERVATION_LOOKS, wrong: OBSERVATION_WRONG_MAX })}
      </p>
      {observations.length === 0 ? (
        <p className="text-note text-ink-3">{t("observation.none")}</p>
      ) : (
        <ul className="flex flex-col gap-4">
          {observations.map((one) => (
            <li key={`${one.actionName} ${one.fingerprint}`}>
              <One t={t} observation={one} />
              {turn !== null && <TurnObservation agentId={agentId} observation={one} turn={turn} />}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function One({ t, observation }: { readonly t: Words<"agents">; readonly observation: ObservationView }) {
  const { actionName, version, looked, endedAt } = observation;
  const state = observationState(observation);
  return (
    <>
      {endedAt === null ? (
        <ProgressBar
          label={actionName}
          labelIsName
          value={looked}
          max={OBSERVATION_LOOKS}
          says={observationWords(t, observation)}
          className="[&>div:first-child]:flex-wrap"
        />
      ) : (
        <p className="flex flex-wrap justify-between gap-x-3 text-small">
          <span translate="no" className="text-ink-2">
            {actionName}
          </span>
          <span className="tabular text-ink-3">{observationWords(t, observation)}</span>
        </p>
      )}
      <p className="mt-1 text-small [overflow-wrap:anywhere] text-ink-3 empty:hidden">
        {version !== null && <bdi>{version}</bdi>}
        {version !== null && (state === "stuck" || endedAt !== null) && " · "}
        {state === "stuck" && <span className="font-medium text-removed">{t("observation.stuck")}</span>}
        {endedAt !== null &&
          t.rich(endedByAdmin(observation) ? "observation.endedByAdmin" : "observation.ended", {
            when: <ExactTime at={endedAt} className="tabular" />,
          })}
      </p>
    </>
  );
}
