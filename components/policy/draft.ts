import type { PolicyDocument } from "../../lib/domain/policy/policy-document";
import { REVERSIBILITIES, STAKES, TIERS } from "../../lib/domain/words";

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

/** The text with one threshold changed: `confidenceFloor.payment`, `amounts.0`, `undoSeconds.T2`. Null takes a kind's own floor out. */
export function withThreshold(text: string, path: string, value: number | null): string {
  const [group = "", key = ""] = path.split(".");
  return edited(text, (document) => {
    const { thresholds } = document;
    if (group === "amounts") {
      const amounts = thresholds.amounts.map((amount, index) => (String(index) === key ? value : amount));
      return { ...document, thresholds: { ...thresholds, amounts } };
    }
    const held = group === "undoSeconds" ? thresholds.undoSeconds : thresholds.confidenceFloor;
    const others = Object.entries(held).filter(([other]) => value !== null || other !== key);
    const changed = Object.fromEntries(value === null ? others : [...others, [key, value]]);
    return { ...document, thresholds: { ...thresholds, [group]: changed } };
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

/** The text after a change of the parts that have controls; as it was while it is no such document. */
export function edited(text: string, change: (document: DraftDocument) => unknown): string {
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
  return hasRows(matrix, (cell) => hasCell(cell) && hasKinds(cell)) && hasThresholds(thresholds);
}

function hasThresholds(thresholds: unknown): boolean {
  if (typeof thresholds !== "object" || thresholds === null) return false;
  if (!("amounts" in thresholds) || !("undoSeconds" in thresholds) || !("confidenceFloor" in thresholds)) return false;
  const { amounts, undoSeconds, confidenceFloor } = thresholds;
  const floors = numbersIn(confidenceFloor);
  const undo = numbersIn(undoSeconds);
  if (floors?.has("default") !== true || undo === null || !TIERS.every((tier) => undo.has(tier))) return false;
  return Array.isArray(amounts) && amounts.length === 3 && amounts.every((amount) => Number.isFinite(amount));
}

/** The keys of an object that holds nothing but numbers; null for anything else. */
function numbersIn(value: unknown): ReadonlySet<string> | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  return Object.values(value).every((one) => Number.isFinite(one)) ? new Set(Object.keys(value)) : null;
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

/** A treatment and how loose it may become: words that the server will judge. */
function hasCell(cell: unknown): cell is { readonly start: string; readonly loosest: string } {
  if (typeof cell !== "object" || cell === null || !("start" in cell) || !("loosest" in cell)) return false;
  return typeof cell.start === "string" && typeof cell.loosest === "string";
}

function hasKinds(cell: object): boolean {
  if (!("perKind" in cell)) return true;
  const { perKind } = cell;
  return typeof perKind === "object" && perKind !== null && Object.values(perKind).every(hasCell);
}
