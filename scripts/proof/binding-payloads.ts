import type { JsonObject, Proposal } from "../../sdk/src/index";
import { Countersign } from "../../sdk/src/index";
import type { Scene, Ticket } from "./binding-receipts";
import { publicKeys } from "./binding-receipts";
import type { Refusals } from "./refusals";
import { ticketNamed } from "./workspace";

type Target = { readonly system?: string; readonly environment?: string; readonly resource?: string };

/** What an executor might be handed instead of what was signed: the SDK's `approvedArguments` refuses all of it, and takes what was signed. */
export async function refusePayloads(scene: Scene, tickets: readonly Ticket[], refusals: Refusals): Promise<void> {
  const answer = JSON.stringify({ keys: publicKeys(scene.ctx) });
  const client = new Countersign({
    url: scene.ctx.baseUrl,
    apiKey: "none",
    fetch: () => Promise.resolve(new Response(answer, { headers: { "content-type": "application/json" } })),
  });
  for (const [index, ticket] of tickets.entries()) {
    const { proposal } = ticket;
    const target = targetOf(index);
    const approved = await client.approvedArguments(proposal, target);
    for (const args of [...changes(approved), ...(ticket.edited ? [ticket.proposed] : [])]) {
      const changed = withArguments(proposal, args);
      await refusals.expect(`arguments ${JSON.stringify(args)}`, () => client.approvedArguments(changed, target));
    }
    for (const other of targets(target)) {
      await refusals.expect(`target ${JSON.stringify(other)}`, () => client.approvedArguments(proposal, other));
    }
    for (const other of renamed(proposal, tickets)) {
      await refusals.expect("another action, proposal, receipt or end", () => client.approvedArguments(other, target));
    }
  }
}

function targetOf(index: number): Target {
  const { system = "", environment = "", resource = "" } = ticketNamed(`b${String(index)}`).target ?? {};
  return { system, environment, resource };
}

function withArguments(proposal: Proposal, args: JsonObject): Proposal {
  const { decision } = proposal;
  if (decision === null) throw new Error("an approval has a decision");
  return { ...proposal, decision: { ...decision, arguments: args } };
}

/** Each argument removed, renamed, of another type, or another text that looks the same. */
function changes(approved: JsonObject): readonly JsonObject[] {
  const each = Object.entries(approved).flatMap(([name, value]): readonly JsonObject[] => {
    const rest = Object.fromEntries(Object.entries(approved).filter(([other]) => other !== name));
    const put = (other: JsonObject[string]): JsonObject => ({ ...approved, [name]: other });
    const text = typeof value === "string" ? value : JSON.stringify(value);
    const same = typeof value === "number" ? [value + 1, value + 1e-9, text] : [`${text} `, `${text}\u200b`];
    return [rest, { ...rest, [`${name} `]: value }, put(null), put([value]), put({ value }), put(""), ...same.map(put)];
  });
  return [...each, {}, { ...approved, extra: true }, { ...approved, "": "" }, { arguments: approved }];
}

function targets(target: Target): readonly (Target | null)[] {
  const { system = "", environment = "" } = target;
  return [
    null,
    {},
    { system },
    { system, environment },
    { ...target, environment: "staging" },
    { ...target, resource: "ticket other" },
    { ...target, system: `${system}\u00a0` },
  ];
}

function renamed(proposal: Proposal, tickets: readonly Ticket[]): readonly Proposal[] {
  const { action, id } = proposal;
  const others = tickets.filter((ticket) => ticket.proposal.id !== id);
  const ends = ["pending", "rejected", "answered", "blocked", "expired", "withdrawn", "superseded"] as const;
  return [
    ...["ticket.delete", "ticket.tag ", "Ticket.tag", ""].map((name) => ({ ...proposal, action: { ...action, name } })),
    ...others.flatMap((other) => [
      { ...proposal, receipt: other.receipt },
      { ...proposal, id: other.proposal.id },
    ]),
    ...ends.map((status) => ({ ...proposal, status })),
    { ...proposal, receipt: null },
    { ...proposal, decision: null },
  ];
}
