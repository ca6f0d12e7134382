import { Bot, OctagonX } from "lucide-react";
import type { ReactNode } from "react";

import { EmptyState } from "../ui/empty-state";
import { ProgressBar } from "../ui/progress-bar";
import { RelativeTime } from "../ui/relative-time";
import { Tag } from "../ui/tag";
import { OBSERVATION_LOOKS } from "../../lib/domain/observation";
import { Link } from "../ui/link";
import type { AgentView } from "./agent-view";
import { keyState } from "./agent-view";
import { observationWords } from "./observation-words";

const GRID = "lg:grid-cols-[minmax(0,1.1fr)_9rem_5.5rem_minmax(0,1fr)]";

/** Every agent with what is asked about it first: may it come in, does it, what waits, and how far it is trusted. */
export function AgentList({ agents, now }: { readonly agents: readonly AgentView[]; readonly now: number }) {
  if (agents.length === 0) {
    return (
      <EmptyState
        title="No agents yet"
        says="Create one, give it a key, and what it wants to do appears in the queue."
        icon={<Bot className="size-[1.125rem]" strokeWidth={1.75} />}
      />
    );
  }
  return (
    <div className="overflow-clip rounded-card border border-rule bg-panel">
      <div aria-hidden="true" className={`hidden gap-x-4 border-b border-rule px-5 py-2 text-small text-ink-3 lg:grid ${GRID}`}>
        <span>Agent</span>
        <span>Keys</span>
        <span>Waiting</span>
        <span>Observation</span>
      </div>
      <ul aria-label="Agents">
        {agents.map((agent) => (
          <AgentRow key={agent.id} agent={agent} now={now} />
        ))}
      </ul>
    </div>
  );
}

function AgentRow({ agent, now }: { readonly agent: AgentView; readonly now: number }) {
  const working = agent.keys.filter((key) => ["works", "ending"].includes(keyState(key, now))).length;
  return (
    <li className="border-t border-rule first:border-t-0">
      <Link
        href={`/agents/${agent.id}`}
        className={`grid items-start gap-x-4 gap-y-2 px-5 py-3.5 -outline-offset-2 hover:bg-hover max-lg:grid-cols-[minmax(0,1fr)_auto] ${GRID}`}
      >
        <span className="min-w-0 max-lg:col-span-2">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="text-body font-strong [overflow-wrap:anywhere] text-ink">
              <bdi>{agent.name}</bdi>
            </span>
            {agent.builtIn && <Tag>people compose under it</Tag>}
            {agent.disabledAt !== null && <Tag>disabled</Tag>}
            {agent.stop !== null && <Stopped />}
          </span>
          <span className="block text-small text-ink-3">
            {agent.ownerName === null ? (
              ""
            ) : (
              <>
                of <bdi>{agent.ownerName}</bdi>
              </>
            )}
          </span>
        </span>
        <Facts label="Keys">
          <span className="block text-note text-ink-2">{agent.builtIn ? "needs none" : keysWords(working)}</span>
          <span className="block text-small text-ink-3">
            {agent.lastUsedAt !== null && (
              <>
                used <RelativeTime at={agent.lastUsedAt} now={now} />
              </>
            )}
            {agent.lastUsedAt === null && agent.keys.length > 0 && "never used"}
          </span>
        </Facts>
        <Facts label="Waiting">
          <span className={agent.pending === "0" ? "text-note text-ink-3" : "tabular text-note font-medium text-ink"}>
            {agent.pending === "0" ? "none" : agent.pending}
            <span className="lg:hidden"> waiting</span>
          </span>
        </Facts>
        <span className="min-w-0 max-lg:col-span-2">
          <Observed agent={agent} />
        </span>
      </Link>
    </li>
  );
}

function Facts({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <span className="min-w-0">
      <span className="sr-only">{label}: </span>
      {children}
    </span>
  );
}

function Stopped() {
  return (
    <span className="inline-flex items-center gap-1 text-small font-semibold text-removed">
      <OctagonX aria-hidden="true" className="size-3.5" strokeWidth={2} />
      Stopped
    </span>
  );
}

/** The observation that is furthest on, in full; the others are counted. */
function Observed({ agent }: { readonly agent: AgentView }) {
  const open = agent.observations.filter((one) => one.endedAt === null).sort((a, b) => b.looked - a.looked);
  const [first, ...rest] = open;
  if (first === undefined) {
    const says = agent.observations.length === 0 ? "Nothing decided yet" : "Over for every action";
    return <span className="text-note text-ink-3">{says}</span>;
  }
  return (
    <>
      <ProgressBar
        label={first.actionName}
        value={first.looked}
        max={OBSERVATION_LOOKS}
        says={observationWords(first)}
        className="[&>div:first-child]:flex-wrap"
      />
      {rest.length > 0 && (
        <span className="mt-1 block text-small text-ink-3">
          and {rest.length} more {rest.length === 1 ? "action" : "actions"}
        </span>
      )}
    </>
  );
}

function keysWords(working: number): string {
  if (working === 0) return "no key that works";
  return working === 1 ? "1 key" : `${String(working)} keys`;
}
