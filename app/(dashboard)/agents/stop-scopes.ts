import type { SelectOption } from "../../../components/ui/select";
import type { Words } from "../../../components/words/make-words";
import { KINDS } from "../../../lib/domain/words";
import type { AgentReading } from "../../../lib/services/agents/read-agents";

type Agents = readonly Pick<AgentReading, "agent">[];

/** The name of the agent that a kill switch stops; null where it stops more than one, or none of these. */
export function stoppedAgent(scope: string, agents: Agents): string | null {
  return agents.find(({ agent }) => `agent:${agent.id}` === scope)?.agent.name ?? null;
}

/** What can still be stopped: agents first, as the nearest thing to a runaway, then kinds, then everything. */
export function scopesToStop(
  t: Words<"agents">,
  stops: readonly { readonly scope: string }[],
  agents: Agents,
): readonly SelectOption[] {
  const on = new Set(stops.map(({ scope }) => scope));
  const all = [
    ...agents.map(({ agent }) => ({ value: `agent:${agent.id}`, label: t("scopes.agent", { name: agent.name }) })),
    ...KINDS.map((kind) => ({ value: `kind:${kind}`, label: t(`scopes.${kind}`) })),
    { value: "all", label: t("scopes.all") },
  ];
  return all.filter(({ value }) => !on.has(value));
}
