import type { Countersign, JsonObject, Proposal, ProposalInput } from "../../sdk/src/index";

/** An approval keeps for a day, and what waits for a decision hardly longer: what is older is over. */
const BACK_MS = 3 * 24 * 60 * 60 * 1000;

type Target = ProposalInput["target"] | null;

/** The proposal with what its agent has to know again after a restart: the server keeps `state` and hands it back as it is. */
export function withMemory(input: ProposalInput): ProposalInput {
  return { ...input, state: JSON.stringify({ target: input.target ?? null }) };
}

/** What an agent had proposed and not finished when it stopped, newest first: its own list says so. */
export async function leftBehind(client: Pick<Countersign, "list">, now: number): Promise<readonly Proposal[]> {
  const left: Proposal[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Countersign["list"]>> = await client.list({
      status: "pending,approved",
      ...(cursor === null ? {} : { cursor }),
    });
    const recent = page.items.filter(({ createdAt }) => now - Date.parse(createdAt) < BACK_MS);
    left.push(...recent.filter(isUnfinished));
    cursor = recent.length === page.items.length ? page.next : null;
  } while (cursor !== null);
  return left;
}

function isUnfinished({ delivery, state }: Proposal): boolean {
  return state !== null && ["waiting", "delivered", "redeemed"].includes(delivery);
}

/**
 * Goes on where the agent stopped: waits, verifies, redeems, runs, reports. What was redeemed and not reported may have run, so it is reported
 * as unknown and not run again. Throws as the SDK does when nothing may run.
 */
export async function takeUp(
  client: Countersign,
  proposal: Proposal,
  run: (args: JsonObject) => Promise<void>,
  signal: AbortSignal,
): Promise<"ran" | "unknown"> {
  const { id, redemption } = proposal;
  if (redemption !== null) {
    await client.report(id, redemption, "unknown", "the agent stopped while it ran");
    return "unknown";
  }
  const decided = await client.wait(id, { signal });
  const args = await client.approvedArguments(decided, targetIn(decided.state));
  const redeemed = await client.redeem(id, decided.receipt ?? "");
  await run(args);
  await client.report(id, redeemed.redemption, "succeeded");
  return "ran";
}

function targetIn(state: string | null): Target {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- written above, and whatever else it were would fit no digest
  return state === null ? null : (JSON.parse(state) as { readonly target: Target }).target;
}
