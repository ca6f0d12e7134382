import { canonicalJson } from "../canonical";
import type { Card } from "../card/card";
import type { ReadSoFar } from "../card/long-payload";
import { leftToRead } from "../card/long-payload";
import type { Sha256 } from "../digest";
import type { Refusal } from "../error-codes";
import type { Digest, ProposalId } from "../ids";
import { isDigest } from "../ids";
import type { Payload, ProposalState } from "../proposal";
import { isSameTarget } from "../same-target";
import type { Tier } from "../words";
import { DIFFERENCES_MAX, differencesOf } from "./differences";

/** Approving many at once is for what is low and alike: no more of one template than a person can compare (design: review §4.1). */
export const BATCH_MAX = 10;
export const BATCH_MIN = 2;
/** So many, drawn at random by the server, are opened before a batch can be approved. */
export const BATCH_OPENED = 2;
/** How the record names the act of approving many at once: of those two were opened, so none of them says that it was read. */
export const BATCH_ACT = "batch";
const TIERS_IN_BATCH: ReadonlySet<Tier> = new Set(["T0", "T1"]);

const UNREAD: ReadSoFar = { end: false, payload: false };

/** One item of a batch: exactly what was shown. */
export interface Bound {
  readonly id: ProposalId;
  readonly version: number;
  readonly digest: Digest;
}

export interface BatchItem {
  readonly state: Pick<
    ProposalState,
    "id" | "version" | "digest" | "status" | "tier" | "treatment" | "regulated" | "signatures" | "allowed"
  >;
  readonly headline: string;
  readonly alike: string;
  readonly card: Pick<Card, "checks" | "fullyReadable" | "diff">;
  readonly payload: Pick<Payload, "action" | "target" | "before" | "after">;
}

/** Why these may not be approved together, in words, naming the item it is about; null when they may. */
export function refusalOfBatch(items: readonly BatchItem[]): Refusal | null {
  const [first] = items;
  if (first === undefined || items.length < BATCH_MIN) {
    return { code: "batch_refused", detail: "a batch is two or more: decide a single one on its card" };
  }
  if (items.length > BATCH_MAX) {
    return { code: "batch_refused", detail: `at most ${String(BATCH_MAX)} are approved together: choose fewer` };
  }
  if (new Set(items.map(({ state }) => state.id)).size !== items.length) {
    return { code: "batch_refused", detail: "each proposal is in a batch once" };
  }
  const twice = items.find((item, at) =>
    items.some((other, before) => before < at && isSameTarget(item.payload.target, other.payload.target)),
  );
  if (twice !== undefined) {
    const says =
      "is about the same thing as another here: decide them one after the other, for the second may repeat or undo the first";
    return { code: "batch_refused", detail: `“${twice.headline}” ${says}`, context: { proposal: twice.state.id } };
  }
  for (const item of items) {
    const says = whyNot(item, first.alike);
    if (says !== null) {
      return { code: "batch_refused", detail: `“${item.headline}” ${says}`, context: { proposal: item.state.id } };
    }
  }
  if (differencesOf(items.map(({ payload }) => payload)).columns.length > DIFFERENCES_MAX) {
    return { code: "batch_refused", detail: "these differ in too many fields for one look: decide them on their cards" };
  }
  return null;
}

function whyNot({ state, alike, card, payload }: BatchItem, template: string): string | null {
  if (state.status !== "pending") return `is ${state.status}: nothing is left to decide`;
  if (alike === "" || alike !== template) return "is not like the others: decide it on its card";
  if (!TIERS_IN_BATCH.has(state.tier)) return "is riskier than a batch may hold: decide it on its card";
  if (state.treatment !== "review" || state.regulated) return "asks for more than one key: decide it on its card";
  if (!state.allowed.includes("approve")) return "cannot be approved";
  if (card.checks.some((check) => check.state === "failed")) return "has a failed check: decide it on its card";
  if (!card.fullyReadable) return "could not be read in full: decide it on its card";
  // Of a batch two are opened: what has to be opened one by one is not in it.
  return leftToRead(card, payload.action.arguments, UNREAD) === null ? null : "has more to read first: decide it on its card";
}

/** What a batch of exactly these binds: changes with every item, version and digest, and not with their order. */
export function batchDigest(items: readonly Bound[], sha256: Sha256): Digest {
  const sorted = items.map(({ id, version, digest }) => [id, version, digest] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  const digest = `sha256:${sha256(canonicalJson({ v: 1, batch: sorted }))}`;
  if (!isDigest(digest)) throw new Error("INVARIANT: sha256 answers 64 lowercase hexadecimal digits");
  return digest;
}

/** The items that have to be opened first; `random` answers an integer below its argument, each equally likely. */
export function drawn(items: readonly ProposalId[], random: (below: number) => number): readonly ProposalId[] {
  const left = [...items];
  const taken: ProposalId[] = [];
  while (taken.length < BATCH_OPENED && left.length > 0) taken.push(...left.splice(random(left.length), 1));
  return taken;
}

/** A batch that one person has drawn: held by the server, which alone knows what they have opened since. */
export interface BatchDraft {
  readonly id: string;
  readonly items: readonly Bound[];
  readonly drawn: readonly ProposalId[];
  readonly opened: readonly ProposalId[];
  readonly at: number;
}

/** A draw is good for this long: what was looked at then is not what stands there now. */
export const BATCH_LIVES_MS = 10 * 60 * 1000;

/** Why this batch cannot be approved yet, or any more; null when it can. */
export function refusalOfDraft(
  draft: BatchDraft | null,
  sent: { readonly batch: string; readonly digest: string },
  sha256: Sha256,
  now: number,
): Refusal | null {
  if (draft?.id !== sent.batch || now - draft.at >= BATCH_LIVES_MS) {
    return { code: "batch_refused", detail: "this batch is not open any more: draw it again" };
  }
  if (batchDigest(draft.items, sha256) !== sent.digest) {
    return { code: "stale", detail: "the batch is not the one that was shown: look at it again" };
  }
  const missing = draft.drawn.filter((id) => !draft.opened.includes(id));
  if (missing.length === 0) return null;
  const detail = `open the ${missing.length === 1 ? "one" : String(missing.length)} drawn for this batch first`;
  return { code: "too_soon", detail, context: { proposal: missing[0] ?? null } };
}

/** The draft after its person opened `id` at `version`: only an item that was drawn, as it was drawn, counts. */
export function opened(draft: BatchDraft, id: ProposalId, version: number): BatchDraft {
  const item = draft.items.find((one) => one.id === id && one.version === version);
  if (item === undefined || !draft.drawn.includes(id) || draft.opened.includes(id)) return draft;
  return { ...draft, opened: [...draft.opened, id] };
}
