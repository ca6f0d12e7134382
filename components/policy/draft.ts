import type { PolicyDocument } from "../../lib/domain/policy/policy-document";
import type { CellTreatment } from "../../lib/domain/policy/cell-treatment";
import { REVERSIBILITIES, STAKES, type Reversibility, type Stakes } from "../../lib/domain/words";

/** The parts of a draft that have controls of their own. The text stays the only truth; the server checks it whole. */
export type DraftDocument = Pick<PolicyDocument, "matrix" | "thresholds" | "tiers" | "prices">;

/** The lists of a document that have rows of their own. */
export const ENTRY_LISTS = ["rules", "catalogue", "limits"] as const;
export type EntryList = (typeof ENTRY_LISTS)[number];
/** One entry as the text has it: anything, until the server has read it. */
export type DraftEntry = Readonly<Record<string, unknown>>;
export type ReadDraft = { readonly ok: true; readonly document: DraftDocument } | { readonly ok: false };

/** The draft's controls, or `ok: false` while its text is not a document of that shape. */
export function readDraft(text: string): ReadDraft {
  const document = parse(text);
  if (document === null || !hasShape(document)) return { ok: false };
  return { ok: true, document };
}

/** The text with one cell of the matrix changed; every other character's meaning stays. */
export function withCell(text: string, stakes: Stakes, reversibility: Reversibility, start: CellTreatment): string {
  return edited(text, (document) => {
    const row = document.matrix[stakes];
    return {
      ...document,
      matrix: { ...document.matrix, [stakes]: { ...row, [reversibility]: { ...row[reversibility], start } } },
    };
  });
}

/** The text with one threshold changed: `confidenceFloor.default`, `amounts.0`, `undoSeconds.T2`. */
export function withThreshold(text: string, path: string, value: number): string {
  const [group = "", key = ""] = path.split(".");
  return edited(text, (document) => {
    const { thresholds } = document;
    if (group === "amounts") {
      const amounts = thresholds.amounts.map((amount, index) => (String(index) === key ? value : amount));
      return { ...document, thresholds: { ...thresholds, amounts } };
    }
    const held = group === "undoSeconds" ? thresholds.undoSeconds : thresholds.confidenceFloor;
    return { ...document, thresholds: { ...thresholds, [group]: { ...held, [key]: value } } };
  });
}

/** The text with other prices; null where it is to name none. */
export function withPrices(text: string, prices: DraftDocument["prices"] | null): string {
  return edited(text, ({ prices: _before, ...document }) => (prices === null ? document : { ...document, prices }));
}

/** The entries of a list; null while the text is not a document with that list. What is not an object in it stands as an empty entry. */
export function entriesOf(text: string, list: EntryList): readonly DraftEntry[] | null {
  const entries: unknown = Object.entries(parse(text) ?? {}).find(([key]) => key === list)?.[1];
  return Array.isArray(entries) ? entries.map((entry) => (isEntry(entry) ? entry : {})) : null;
}

/** The text with one entry replaced, or added at the end where `index` is null. */
export function withEntry(text: string, list: EntryList, index: number | null, entry: DraftEntry): string {
  return withEntries(text, list, (entries) =>
    index === null ? [...entries, entry] : entries.map((one, at) => (at === index ? entry : one)),
  );
}

/** The text without one entry. */
export function withoutEntry(text: string, list: EntryList, index: number): string {
  return withEntries(text, list, (entries) => entries.filter((_, at) => at !== index));
}

function withEntries(text: string, list: EntryList, change: (entries: readonly unknown[]) => readonly unknown[]): string {
  const document = parse(text);
  const entries: unknown = Object.entries(document ?? {}).find(([key]) => key === list)?.[1];
  return Array.isArray(entries) ? `${JSON.stringify({ ...document, [list]: change(entries) }, null, 2)}\n` : text;
}

/** Catalogue, rules and limits as one text: what a replay cannot count in the browser. Empty while the draft is no document. */
export function entriesKey(text: string): string {
  const document = new Map<string, unknown>(Object.entries(parse(text) ?? {}));
  return document.size === 0 ? "" : JSON.stringify(ENTRY_LISTS.map((list) => document.get(list)));
}

function isEntry(value: unknown): value is DraftEntry {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function edited(text: string, change: (document: DraftDocument) => unknown): string {
  const document = parse(text);
  return document !== null && hasShape(document) ? `${JSON.stringify(change(document), null, 2)}\n` : text;
}

function parse(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : null;
  } catch {
    return null;
  }
}

function hasShape(document: object): document is DraftDocument {
  if (!("matrix" in document) || !("thresholds" in document) || !("tiers" in document)) return false;
  const { matrix, thresholds, tiers } = document;
  if (!hasRows(tiers, (tier) => typeof tier === "string")) return false;
  if ("prices" in document && !hasPrices(document.prices)) return false;
  if (typeof matrix !== "object" || matrix === null || typeof thresholds !== "object" || thresholds === null) return false;
  const cells = hasRows(matrix, hasStart);
  return (
    cells &&
    "amounts" in thresholds &&
    Array.isArray(thresholds.amounts) &&
    "undoSeconds" in thresholds &&
    "confidenceFloor" in thresholds
  );
}

/** Numbers to count with, and the code that stands beside them. */
function hasPrices(prices: unknown): boolean {
  if (typeof prices !== "object" || prices === null || !("harm" in prices) || !("hour" in prices)) return false;
  const { harm, hour } = prices;
  if (typeof harm !== "object" || harm === null || !("currency" in prices) || typeof prices.currency !== "string") return false;
  const each = new Map<string, unknown>(Object.entries(harm));
  return [hour, ...STAKES.map((stakes) => each.get(stakes))].every((price) => Number.isFinite(price));
}

/** Five rows of four cells, each as it should be. */
function hasRows(table: unknown, isCell: (cell: unknown) => boolean): boolean {
  if (typeof table !== "object" || table === null) return false;
  const rows = new Map<string, unknown>(Object.entries(table));
  return STAKES.every((stakes) => {
    const row = rows.get(stakes);
    if (typeof row !== "object" || row === null) return false;
    const cells = new Map<string, unknown>(Object.entries(row));
    return REVERSIBILITIES.every((reversibility) => isCell(cells.get(reversibility)));
  });
}

function hasStart(cell: unknown): boolean {
  return typeof cell === "object" && cell !== null && "start" in cell && typeof cell.start === "string";
}
