import { KINDS, type Kind } from "../words";
import type { RejectReason } from "./card";
import { aboutKind } from "./kinds";
import { REASON_TEXTS } from "./reject-texts";

/** Made once: every card of a kind has the same. */
const REASONS: ReadonlyMap<Kind, readonly RejectReason[]> = new Map(
  KINDS.map((kind) => [kind, aboutKind(kind).reasons.map((code) => ({ code, label: REASON_TEXTS[`reason.${code}`] }))]),
);

/** Four to six preset reasons for rejecting a card of `kind`, most used first. */
export function presetReasons(kind: Kind): readonly RejectReason[] {
  return REASONS.get(kind) ?? [];
}
