import { byKind } from "./by-kind";
import { aboutKind } from "./card/kinds";

/**
 * The version of each review card: raised when a card shows other things than it did, so that what people found with the old one is no evidence
 * for what they find with the new (design: policy §4.2). At 1 it stands in no fingerprint. It stays 1 until
 * the first release: there is no evidence before it to tell apart.
 */
export const CARD_VERSION = byKind((kind) => aboutKind(kind).version);

/** Everything that makes an agent’s action the same for evidence. Null where its agent did not say. */
export interface Versions {
  readonly model: string | null;
  readonly agent: string | null;
  readonly prompt: string | null;
  /** Digest of the tool’s schema. */
  readonly tool: string | null;
  readonly card: number;
}

/**
 * One text for all of them: equal exactly where each is equal. What stands at its plain value is left off the end, so that a field which is added
 * here, or which an agent never sends, changes no text that was kept before.
 */
export function versionsText({ model, agent, prompt, tool, card }: Versions): string {
  const all = [model, agent, prompt, tool, card === 1 ? null : card];
  const last = Math.max(
    1,
    all.findLastIndex((one) => one !== null),
  );
  return JSON.stringify(all.slice(0, last + 1));
}
