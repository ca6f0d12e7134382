import type { Countersign } from "../../sdk/src/index";
import type { RecordedCall } from "./recorded-call";
import { proposalOf } from "./recorded-call";

/** The action names of the calls that no catalogue entry of the policy in force names, asked by dry runs: nothing is recorded. */
export async function unnamedActions(
  client: Pick<Countersign, "check">,
  calls: readonly RecordedCall[],
): Promise<readonly string[]> {
  const byName = new Map(calls.map((call) => [proposalOf(call).action.name, call]));
  const unnamed: string[] = [];
  for (const [name, call] of [...byName].sort(([a], [b]) => a.localeCompare(b))) {
    const { redeem: _redeem, ...asked } = proposalOf(call);
    const { risk } = await client.check(asked);
    const named = risk.reasons.some(({ source, id }) => source === "catalogue" && id !== undefined);
    if (!named) unnamed.push(name);
  }
  return unnamed;
}
