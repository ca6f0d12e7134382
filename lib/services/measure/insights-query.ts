import { INSIGHTS_DAYS } from "../../domain/measure/windows";
import type { Kind } from "../../domain/words";
import type { InsightsQuery } from "./read-insights";

/** What is asked for, with its defaults. `asked` is structurally the contract's query. */
export function insightsQuery(asked: {
  readonly days?: number | undefined;
  readonly kind?: Kind | undefined;
  readonly agent?: string | undefined;
  readonly person?: string | undefined;
  readonly zone?: string | undefined;
}): InsightsQuery {
  const { days = INSIGHTS_DAYS, kind = null, agent = null, person = null, zone = "UTC" } = asked;
  return { days, kind, agentId: agent, personId: person, zone };
}
