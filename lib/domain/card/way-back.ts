import { REVERSIBILITIES, type Reversibility } from "../words";
import type { Card } from "./card";
import type { FACE_TEXTS } from "./face-texts";
import { together, type FaceKey } from "./said";
import { saidInEnglish } from "./said-in-english";

/** The undo lines of every card. */
type UndoKey = Extract<keyof typeof FACE_TEXTS, `${string}.undo${string}` | "face.noWayToUndo">;
/** The reversibilities that a line may stand beside, mildest and worst; null where it says that nothing is known. */
type Range = readonly [Reversibility, Reversibility] | null;

/** What each line says, in the words of the badge. Whoever writes a new line is asked by the compiler. */
const WAYS_BACK = {
  "airline.undo.bags": ["R1", "R3"],
  "airline.undo.book": ["R1", "R2"],
  "airline.undo.bookCertificate": ["R1", "R2"],
  "airline.undo.cancel": ["R1", "R3"],
  "airline.undo.certificate": ["R1", "R3"],
  "airline.undo.flights": ["R1", "R2"],
  "airline.undo.handOver": ["R0", "R1"],
  "airline.undo.passengers": ["R0", "R1"],
  "code.undo.forced": ["R3", "R3"],
  "code.undo.revert": ["R0", "R2"],
  "command.undo.deletes": null,
  "command.undo.looks": ["R0", "R0"],
  "command.undo.none": null,
  "command.undo.rollback": ["R0", "R1"],
  "command.undo.rollbackSent": ["R0", "R2"],
  "command.undo.unread": null,
  "command.undo.wiped": ["R3", "R3"],
  "email.undo": ["R2", "R3"],
  "email.undoDraft": ["R0", "R1"],
  "face.noWayToUndo": null,
  "file.undo.accessAgain": ["R0", "R1"],
  "file.undo.accessBack": ["R0", "R2"],
  "file.undo.copy": ["R0", "R1"],
  "file.undo.copyOver": ["R3", "R3"],
  "file.undo.deleteNew": ["R0", "R1"],
  "file.undo.fromBin": ["R0", "R1"],
  "file.undo.move": ["R0", "R1"],
  "file.undo.moveOver": ["R3", "R3"],
  "file.undo.noBin": null,
  "file.undo.noCopy": ["R3", "R3"],
  "file.undo.notSent": null,
  "file.undo.writeBack": ["R0", "R1"],
  "payment.undo": ["R2", "R3"],
  "post.undo": ["R2", "R3"],
  "post.undoDraft": ["R0", "R1"],
  "post.undoUpdate": ["R0", "R2"],
  "record.undo.byHand": null,
  "record.undo.createAgain": ["R1", "R1"],
  "record.undo.deleteNew": ["R0", "R1"],
  "record.undo.gone": null,
  "record.undo.merged": ["R2", "R3"],
  "record.undo.setBack": ["R0", "R1"],
  "sql.undo.backup": ["R1", "R3"],
  "sql.undo.insert": ["R0", "R1"],
  "sql.undo.putBack": ["R0", "R1"],
  "sql.undo.readCalls": null,
  "sql.undo.reads": ["R0", "R0"],
  "sql.undo.schema": ["R1", "R3"],
  "sql.undo.setBack": ["R0", "R1"],
  "sql.undo.several": ["R1", "R3"],
  "sql.undo.snapshot": ["R1", "R2"],
  "sql.undo.unread": null,
} as const satisfies Record<UndoKey, Range>;

const BY_KEY: Readonly<Record<string, Range>> = WAYS_BACK;
/** Found in the payload itself: forced past protection, over what was there, for good. What was merely not sent is no finding. */
const FOUND: ReadonlyMap<string, Reversibility> = new Map([
  ["code.undo.forced", "R3"],
  ["command.undo.wiped", "R3"],
  ["file.undo.copyOver", "R3"],
  ["file.undo.moveOver", "R3"],
  ["file.undo.noCopy", "R3"],
  ["record.undo.merged", "R2"],
]);
const BY_CATALOGUE = {
  R0: "face.judged.R0",
  R1: "face.judged.R1",
  R2: "face.judged.R2",
  R3: "face.judged.R3",
} as const satisfies Record<Reversibility, FaceKey>;

/** How the payload itself can be undone at best, where its card found that it is worse than its kind; policy is raised to it, never lowered. */
export function wayBack({ words: { undo } }: Pick<Card, "words">): Reversibility | null {
  return "key" in undo ? (FOUND.get(undo.key) ?? null) : null;
}

/** True where the undo line and the badge’s word for `judged` say the same. */
export function agreesWith(card: Pick<Card, "words">, judged: Reversibility): boolean {
  const range = rangeOf(card);
  if (range === null) return false;
  const [at, from, to] = [judged, ...range].map((one) => REVERSIBILITIES.indexOf(one));
  return at !== undefined && from !== undefined && to !== undefined && at >= from && at <= to;
}

/**
 * The card beside a badge that says `judged`: where policy’s word and what the payload shows are not the same, the undo line says both, and
 * which is which. The badge keeps policy’s word.
 */
export function besideBadge(card: Card, judged: Reversibility): Card {
  const { undo } = card.words;
  if ("parts" in undo || "inner" in undo || agreesWith(card, judged)) return card;
  const both = together(" ", [BY_CATALOGUE[judged], "face.judged.here", undo]) ?? undo;
  return { ...card, undo: saidInEnglish(both), words: { ...card.words, undo: both } };
}

function rangeOf({ words: { undo } }: Pick<Card, "words">): Range {
  return "key" in undo ? (BY_KEY[undo.key] ?? null) : null;
}
