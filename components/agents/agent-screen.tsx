import { bdi } from "../ui/bdi";
import { Link } from "../ui/link";
import { PageHeader } from "../ui/page-header";
import { Panel } from "../ui/panel";
import { ExactTime } from "../ui/exact-time";
import { Tag } from "../ui/tag";
import { WayBack } from "../ui/way-back";
import type { Words } from "../words/make-words";
import { words } from "../words/words";
import type { AgentActions, KeyActions, StopActions } from "./agent-actions";
import type { AgentView, StopView } from "./agent-view";
import { EnableAgent } from "./enable-agent";
import { KeyList } from "./key-list";
import { KillSwitch } from "./kill-switch";
import { NewKey } from "./new-key";
import { ObservationList } from "./observation-list";

export interface AgentScreenProps {
  readonly agent: AgentView;
  /** Every switch that is on and reaches this agent: its own, and the one for everything. */
  readonly stops: readonly StopView[];
  readonly now: number;
  readonly may: Readonly<Record<"observe" | "manage" | "keys" | "stop" | "lift", boolean>>;
  readonly actions: { readonly agent: AgentActions; readonly keys: KeyActions; readonly stops: StopActions };
}

/** One agent: its keys, what it has been seen to do, and its kill switch. */
export async function AgentScreen({ agent, stops, now, may, actions }: AgentScreenProps) {
  const t = await words("agents");
  const stopped = stops.length > 0;
  return (
    <div className="mx-auto flex w-full max-w-[78rem] flex-col p-4 md:p-7">
      <WayBack label={t("back")} href="/agents">
        {t("page")}
      </WayBack>
      <PageHeader
        title={bdi(agent.name)}
        tag={agent.disabledAt === null ? undefined : <Tag>{t("disabled")}</Tag>}
        says={<Origin t={t} agent={agent} />}
        actions={
          may.manage && !agent.builtIn ? (
            <EnableAgent
              agentId={agent.id}
              name={agent.name}
              disabled={agent.disabledAt !== null}
              enable={actions.agent.enable}
            />
          ) : undefined
        }
      />
      <div className="grid gap-5 xl:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-5">
          {!agent.builtIn && (
            <Panel
              id="keys"
              title={t("keys")}
              padding="flush"
              actions={may.keys ? <NewKey agentId={agent.id} create={actions.keys.create} /> : undefined}
            >
              <KeyList keys={agent.keys} now={now} actions={may.keys ? actions.keys : null} />
            </Panel>
          )}
          <Panel id="stop" title={t("stop")} note={stopped ? null : t("stop.off")} className={stopped ? "order-first" : ""}>
            <KillSwitch
              stops={stops}
              scopes={agent.stop === null ? [{ value: `agent:${agent.id}`, label: agent.name }] : []}
              maySet={may.stop}
              mayClear={may.lift}
              actions={actions.stops}
            />
          </Panel>
        </div>
        <Panel id="observation" title={t("observation")} className="self-start">
          <ObservationList
            agentId={agent.id}
            observations={agent.observations}
            turn={may.observe ? actions.agent.observe : null}
          />
        </Panel>
      </div>
    </div>
  );
}

function Origin({ t, agent }: { readonly t: Words<"agents">; readonly agent: AgentView }) {
  const when = <ExactTime at={agent.createdAt} className="tabular" />;
  const made = agent.builtIn ? "made.builtIn" : "made";
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-1 text-note">
      <span>
        {agent.ownerName === null ? t.rich(made, { when }) : t.rich(`${made}.by`, { when, name: agent.ownerName, who: bdi })}
      </span>
      <Link href={`/history?agent=${agent.id}`} className="underline hover:text-ink">
        {t("itsHistory")}
      </Link>
      {agent.pending !== "0" && (
        <Link href={`/queue?agent=${agent.id}`} className="underline hover:text-ink">
          {t("itsWaiting", { count: agent.pending })}
        </Link>
      )}
    </span>
  );
}
