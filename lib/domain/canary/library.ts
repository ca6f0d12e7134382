import type { Kind } from "../words";
import type { CanaryLibrary, CanarySource } from "./canary";
import { CODE_CANARIES } from "./code";
import { COMMAND_CANARIES } from "./command";
import { EMAIL_CANARIES } from "./email";
import { FILE_CANARIES } from "./file";
import { PAYMENT_CANARIES } from "./payment";
import { POST_CANARIES } from "./post";
import { RECORD_CANARIES } from "./record";
import { SQL_CANARIES } from "./sql";
import { TOOL_CANARIES } from "./tool";

/** The ways in which each kind of action goes wrong (design: review §3.2). */
export const CANARIES: CanaryLibrary = {
  email: EMAIL_CANARIES,
  payment: PAYMENT_CANARIES,
  sql: SQL_CANARIES,
  code: CODE_CANARIES,
  post: POST_CANARIES,
  record: RECORD_CANARIES,
  file: FILE_CANARIES,
  command: COMMAND_CANARIES,
  tool: TOOL_CANARIES,
};

/** A known-bad variant of a past action, by the name of what was done to it. */
export interface Canary {
  readonly mutation: string;
  readonly wrong: string;
  readonly source: CanarySource;
}

/**
 * A canary made of a real, past action: the seed chooses the mutation and its details, so that the same seed makes the same canary. The ones
 * that do not apply to this action are passed over; null when none does.
 */
export function canaryOf(kind: Kind, source: CanarySource, seed: number): Canary | null {
  const mutations = CANARIES[kind];
  const first = Math.abs(Math.trunc(seed)) % mutations.length;
  for (const mutation of [...mutations.slice(first), ...mutations.slice(0, first)]) {
    const made = mutation.apply(source, Math.floor(Math.abs(seed) / mutations.length));
    if (made !== null) return { mutation: mutation.name, ...made };
  }
  return null;
}
