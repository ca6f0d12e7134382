import type { SelectOption } from "../../../components/ui/select";
import { KINDS } from "../../../lib/domain/words";
import type { AgentReading } from "../../../lib/services/agents/read-agents";

type Agents = readonly Pick<AgentReading, "agent">[];

/** What a kill switch is on for, in words: `everything`, `every payment`, the agent's name. */
export function stopWords(scope: string, agents: Agents): string {
  if (scope === "all") return "everything";
  if (scope.startsWith("kind:")) return `every ${scope.slice("kind:".length)}`;
  return agents.find(({ agent }) => `agent:${agent.id}` === scope)?.agent.name ?? scope;
}

/** What can still be stopped: agents first, as the nearest thing to a runaway, then kinds, then everything. */
export function scopesToStop(stops: readonly { readonly scope: string }[], agents: Agents): readonly SelectOption[] {
  const on = new Set(stops.map(({ scope }) => scope));
  const all = [
    ...agents.map(({ agent }) => ({ value: `agent:${agent.id}`, label: `Agent ${agent.name}` })),
    ...KINDS.map((kind) => ({
      value: `kind:${kind}`,
      label: `Every ${kind === "sql" ? "SQL statement" : kind === "tool" ? "tool call" : kind}`,
    })),
    { value: "all", label: "Everything" },
  ];
  return all.filter(({ value }) => !on.has(value));
}
