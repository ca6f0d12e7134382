/** An element that is open, and what its reader keeps of it. */
export interface Open<T> {
  readonly element: string;
  readonly kept: T;
}

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(" "));
export const VOID = setOf("area base basefont bgsound br col embed frame hr img input link meta param source track wbr");
const CELLS = setOf("td th caption");
const TABLE_PARTS = setOf("caption col colgroup tbody td tfoot th thead tr");
/** Which open parts of its table a part ends when it starts. */
const ENDS: Readonly<Record<string, ReadonlySet<string>>> = {
  ...{ td: setOf("td th caption colgroup"), th: setOf("td th caption colgroup"), tr: setOf("td th tr caption colgroup") },
  caption: setOf("caption colgroup td th tr tbody thead tfoot"),
};
const ROW_GROUP = setOf("td th tr tbody thead tfoot caption colgroup");
const SCOPE_ENDS = setOf("table td th caption html body marquee object applet template button");
const HEADING = /^h[1-6]$/u;
/** Elements that a paragraph cannot hold: they end it. */
const ENDS_PARAGRAPH = setOf(
  "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form header hgroup hr li dd dt listing main menu nav " +
    "ol p plaintext pre search section summary table ul xmp h1 h2 h3 h4 h5 h6",
);
/** Elements that a browser opens anew where they were closed out of turn. */
const FORMATTING = setOf("a b big code em font i nobr s small strike strong tt u");

/**
 * The elements that are open, as a browser sees them: paragraphs, points and cells that end when the next one starts, end tags that end nothing,
 * parts of tables without a table. What a browser mends in ways of its own is `mended`, with what was kept of the elements it is about.
 */
export class OpenElements<T> {
  #open: Open<T>[] = [];
  readonly #mended: (kept: readonly T[]) => void;

  constructor(mended: (kept: readonly T[]) => void) {
    this.#mended = mended;
  }

  get depth(): number {
    return this.#open.length;
  }

  get top(): T | undefined {
    return this.#open.at(-1)?.kept;
  }

  all(): readonly Open<T>[] {
    return this.#open;
  }

  /** Whether text that comes now stands in a table, but in none of its cells: a browser moves it before the table. */
  get isBesideCells(): boolean {
    const nearest = this.#open.findLast(({ element }) => element === "table" || TABLE_PARTS.has(element));
    return nearest !== undefined && !CELLS.has(nearest.element);
  }

  /** Ends what the start of `element` ends; false where that start is none. */
  makeRoom(element: string): boolean {
    if (TABLE_PARTS.has(element)) return this.#makeRoomInTable(element);
    if (element === "table" && this.isBesideCells) this.#cut(this.#lastOf("table"));
    if (ENDS_PARAGRAPH.has(element)) this.#endParagraph(element);
    if (element === "li") this.#endPoint(setOf("li"));
    if (element === "dd" || element === "dt") this.#endPoint(setOf("dd dt"));
    if (HEADING.test(element) && HEADING.test(this.#open.at(-1)?.element ?? "")) this.#open.pop();
    if ((element === "a" || element === "nobr") && this.#inScope(element) !== -1) this.close(element);
    return true;
  }

  push(element: string, kept: T): void {
    this.#open.push({ element, kept });
  }

  close(element: string): void {
    if (element === "body" || element === "html") return;
    const at = this.#endOf(element);
    if (at === -1) return;
    const above = this.#open.slice(at + 1);
    const isBlock = above.some((one) => isSpecial(one.element));
    if (FORMATTING.has(element) && isBlock) this.#mended(this.#open.slice(at).map(({ kept }) => kept));
    // A cell or a table holds what was left open in it; anything else does not.
    else if (!TABLE_PARTS.has(element) && element !== "table") {
      this.#mended(above.filter((one) => FORMATTING.has(one.element)).map(({ kept }) => kept));
    }
    this.#cut(at);
  }

  /** The element that the end of `element` ends; -1 where it ends none. */
  #endOf(element: string): number {
    if (element === "table" || TABLE_PARTS.has(element)) {
      const at = this.#lastOf(element);
      return at > this.#lastOf("table") || element === "table" ? at : -1;
    }
    if (HEADING.test(element)) return this.#inScope(element, HEADING);
    if (FORMATTING.has(element) || isSpecial(element)) return this.#inScope(element);
    const at = this.#lastOf(element);
    return this.#open.slice(at + 1).some((one) => isSpecial(one.element)) ? -1 : at;
  }

  #makeRoomInTable(element: string): boolean {
    const table = this.#lastOf("table");
    if (table === -1) return false;
    const ends = ENDS[element] ?? ROW_GROUP;
    const at = this.#open.findIndex((one, place) => place > table && ends.has(one.element));
    this.#cut(at);
    return true;
  }

  #endParagraph(element: string): void {
    const at = this.#inScope("p");
    if (at === -1) return;
    // Whether a table ends a paragraph depends on the type of the document around it.
    if (element === "table") this.#mended(this.#open.slice(at).map(({ kept }) => kept));
    else this.close("p");
  }

  #endPoint(points: ReadonlySet<string>): void {
    const at = this.#open.findLastIndex(
      (one) => points.has(one.element) || (isSpecial(one.element) && !/^(?:address|div|p)$/u.test(one.element)),
    );
    const point = this.#open[at]?.element;
    if (point !== undefined && points.has(point)) this.close(point);
  }

  #inScope(element: string, form: RegExp | null = null): number {
    const at = this.#open.findLastIndex(
      (one) => one.element === element || form?.test(one.element) === true || SCOPE_ENDS.has(one.element),
    );
    const found = this.#open[at]?.element ?? "";
    return found === element || form?.test(found) === true ? at : -1;
  }

  #lastOf(element: string): number {
    return this.#open.findLastIndex((one) => one.element === element);
  }

  #cut(at: number): void {
    if (at !== -1) this.#open = this.#open.slice(0, at);
  }
}

/** Elements that the end of an unknown one does not reach across. */
function isSpecial(element: string): boolean {
  return ENDS_PARAGRAPH.has(element) || SCOPE_ENDS.has(element) || TABLE_PARTS.has(element);
}
