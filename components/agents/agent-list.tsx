import { Bot, OctagonX } from "lucide-react";
import type { ReactNode } from "react";

import { EmptyState } from "../ui/empty-state";
import { ProgressBar } from "../ui/progress-bar";
import { srOnly } from "../ui/sr-only";
import { bdi } from "../ui/bdi";
import { RelativeTime } from "../ui/relative-time";
import { Tag } from "../ui/tag";
import { OBSERVATION_LOOKS } from "../../lib/domain/observation";
import { Link } from "../ui/link";
import type { Words } from "../words/make-words";
import { words } from "../words/words";
import type { AgentView } from "./agent-view";
import { keyState } from "./agent-view";
import { observationState, observationWords } from "./observation-words";

const GRID = "lg:grid-cols-[minmax(0,1.1fr)_9rem_5.5rem_minmax(0,1fr)]";

/** Every agent with what is asked about it first: may it come in, does it, what waits, and how far it is trusted. */
export async function AgentList({ agents, now }: { readonly agents: readonly AgentView[]; readonly now: number }) {
  const t = await words("agents");
  if (agents.length === 0) {
    return <EmptyState title={t("none")} says={t("none.says")} icon={<Bot className="size-[1.125rem]" strokeWidth={1.75} />} />;
  }
  return (
    <div className="overflow-clip rounded-card border border-rule bg-panel">
      <div aria-hidden="true" className={`hidden gap-x-4 border-b border-rule px-5 py-2 text-small text-ink-3 lg:grid ${GRID}`}>
        <span>{t("one")}</span>
        <span>{t("column.keys")}</span>
        <span>{t("column.waiting")}</span>
        <span>{t("column.observation")}</span>
      </div>
      <ul aria-label={t("page")}>
        {agents.map((agent) => (
          <AgentRow key={agent.id} t={t} agent={agent} now={now} />
        ))}
      </ul>
    </div>
  );
}

interface AgentRowProps {
  readonly t: Words<"agents">;
  readonly agent: AgentView;
  readonly now: number;
}

function AgentRow({ t, agent, now }: AgentRowProps) {
  const working = agent.keys.filter((key) => ["works", "ending"].includes(keyState(key, now))).length;
  return (
    <li className="border-t border-rule first:border-t-0">
      <Link
        href={`/agents/${agent.id}`}
        className={`grid items-start gap-x-4 gap-y-2 px-5 py-3.5 -outline-offset-2 hover:bg-hover max-lg:grid-cols-[minmax(0,1fr)_auto] tight:flex tight:flex-col ${GRID}`}
      >
        <span className="min-w-0 max-lg:col-span-2">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="text-body font-strong [overflow-wrap:anywhere] text-ink">
              <bdi>{agent.name}</bdi>
            </span>
            {agent.builtIn && <Tag className="max-lg:whitespace-normal">{t("composedUnder")}</Tag>}
            {agent.disabledAt !== null && <Tag>{t("disabled")}</Tag>}
            {agent.stop !== null && <Stopped t={t} />}
          </span>
          <span className="block text-small text-ink-3">
            {agent.ownerName !== null && t.rich("owner", { name: agent.ownerName, who: bdi })}
          </span>
        </span>
        <Facts label={t("column.heard", { column: t("column.keys") })}>
          <span className="block text-note text-ink-2">
            {agent.builtIn ? t("keys.notNeeded") : t("keys.working", { count: working })}
          </span>
          <span className="block text-small text-ink-3">
            {agent.lastUsedAt !== null && t.rich("used", { when: <RelativeTime at={agent.lastUsedAt} now={now} /> })}
            {agent.lastUsedAt === null && agent.keys.length > 0 && t("neverUsed")}
          </span>
        </Facts>
        <Facts label={t("column.heard", { column: t("column.waiting") })}>
          <span className={agent.pending === "0" ? "text-note text-ink-3" : "tabular text-note font-medium text-ink"}>
            {agent.pending === "0" ? t.rich("waiting.none", { unit }) : t.rich("waiting", { count: agent.pending, unit })}
          </span>
        </Facts>
        <span className="min-w-0 max-lg:col-span-2">
          <Observed t={t} agent={agent} />
        </span>
      </Link>
    </li>
  );
}

function Facts({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <span className="min-w-0">
      {srOnly(label)}
      {children}
    </span>
  );
}

/** Beside the figure where no column is above it. */
function unit(inside: ReactNode): ReactNode {
  return <span className="lg:hidden">{inside}</span>;
}

function Stopped({ t }: Pick<AgentRowProps, "t">) {
  return (
    <span className="inline-flex items-center gap-1 text-small font-semibold text-removed">
      <OctagonX aria-hidden="true" className="size-3.5" strokeWidth={2} />
      {t("stopped")}
    </span>
  );
}

/** The observation that is furthest on, in full; the others are counted. */
function Observed({ t, agent }: Pick<AgentRowProps, "t" | "agent">) {
  const open = agent.observations.filter((one) => one.endedAt === null).sort((a, b) => b.looked - a.looked);
  const [first, ...rest] = open;
  if (first === undefined) {
    const says = agent.observations.length === 0 ? t("observation.nothing") : t("observation.overForAll");
    return <span className="text-note text-ink-3">{says}</span>;
  }
  return (
    <>
      <ProgressBar
        label={first.actionName}
        labelIsName
        value={first.looked}
        max={OBSERVATION_LOOKS}
        says={observationWords(t, first)}
        className="[&>div:first-child]:flex-wrap"
      />
      {observationState(first) === "stuck" && (
        <span className="mt-1 block text-small font-medium text-removed">{t("observation.stuck")}</span>
      )}
      {rest.length > 0 && <span className="mt-1 block text-small text-ink-3">{t("moreActions", { count: rest.length })}</span>}
    </>
  );
}
