import { shortened } from "../../sdk/src/http";
import type { JsonObject, ProposalInput } from "../../sdk/src/index";

/** One line of a recording. `label`, `failed` and `result` are for measuring and have no way into a proposal. */
export interface RecordedCall {
  readonly agent: string;
  readonly domain: string;
  readonly run: string;
  readonly step: number;
  readonly tool: string;
  readonly args: JsonObject;
  readonly write: boolean;
  readonly label: string | null;
  readonly before: RecordedState | null;
  readonly after: RecordedState | null;
  readonly failed: boolean;
  readonly result: string | null;
  readonly conversation: readonly { readonly role: string; readonly text: string }[] | null;
}

export interface RecordedState {
  readonly table: string;
  readonly id: string;
  readonly record: JsonObject;
}

/** The call that a line holds, or null when it is not one. */
export function recordedCall(line: string): RecordedCall | null {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== "object" || value === null) return null;
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- an object, by the line above
    const fields = value as Readonly<Record<string, unknown>>;
    const fits =
      typeof fields["tool"] === "string" &&
      typeof fields["run"] === "string" &&
      typeof fields["step"] === "number" &&
      typeof fields["domain"] === "string" &&
      typeof fields["args"] === "object" &&
      fields["args"] !== null;
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the fields that replaying needs were just looked at
    return fits ? (value as RecordedCall) : null;
  } catch {
    return null;
  }
}

/** What the live agent would have posted: the call, the record around it, and the conversation as evidence. */
export function proposalOf(call: RecordedCall): ProposalInput {
  return {
    action: { name: `${call.domain}.${call.tool}`, arguments: call.args },
    ...(call.write ? { kind: "record" as const } : {}),
    target: {
      system: call.domain,
      environment: "production",
      ...(call.before === null ? {} : { resource: `${call.before.table} ${call.before.id}` }),
    },
    ...(call.before === null ? {} : { before: call.before.record }),
    ...(call.after === null ? {} : { after: call.after.record }),
    evidence: (call.conversation ?? []).slice(-4).map(({ role, text }) => ({ label: role, text: shortened(text, 10_000) })),
    run: { id: call.run, step: call.step, model: call.agent },
    redeem: true,
  };
}
