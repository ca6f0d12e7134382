/** A place in a statement's text that moves on; it never goes back, so that reading is linear. */
export class TextReader {
  readonly #text: string;
  at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  done(): boolean {
    return this.at >= this.#text.length;
  }

  /** Moves past what `form`, a sticky pattern, matches here; false when it does not. */
  take(form: RegExp): boolean {
    return this.taken(form) !== null;
  }

  /** As {@link take}, with what was matched; null when nothing was. */
  taken(form: RegExp): string | null {
    form.lastIndex = this.at;
    const found = form.exec(this.#text)?.[0] ?? "";
    this.at += found.length;
    return found === "" ? null : found;
  }

  /** Moves past a comment; those that some databases read otherwise are problems. */
  comment(problems: Set<string>): boolean {
    if (this.#text.startsWith("--", this.at)) {
      if (!/[\s]/u.test(this.#text.charAt(this.at + 2)) && this.at + 2 < this.#text.length) {
        problems.add("two minus signs that not every database takes for a comment");
      }
      const end = this.#text.indexOf("\n", this.at);
      this.at = end === -1 ? this.#text.length : end;
      return true;
    }
    if (!this.#text.startsWith("/*", this.at)) return false;
    if (/[!+M]/u.test(this.#text.charAt(this.at + 2))) problems.add("a comment that some databases run");
    const end = this.#text.indexOf("*/", this.at + 2);
    const nested = this.#text.indexOf("/*", this.at + 2);
    if (end === -1) problems.add("a comment without an end");
    if (nested !== -1 && (end === -1 || nested < end)) problems.add("a comment inside a comment");
    this.at = end === -1 ? this.#text.length : end + 2;
    return true;
  }

  /** Moves past a text or a quoted name, and tells which; a doubled quote stands for itself. Null where none starts. */
  quoted(problems: Set<string>): "literal" | "quoted" | null {
    const prefix = /[EeBbXxNn]'/y;
    prefix.lastIndex = this.at;
    const open = this.at + (prefix.test(this.#text) ? 1 : 0);
    const quote = this.#text.charAt(open);
    if (quote !== "'" && quote !== '"' && quote !== "`") return null;
    const type = quote === "'" ? "literal" : "quoted";
    let at = open + 1;
    for (;;) {
      const end = this.#text.indexOf(quote, at);
      if (end === -1) {
        problems.add("a quote without an end");
        this.at = this.#text.length;
        return type;
      }
      if (this.#text.charAt(end + 1) !== quote) {
        this.at = end + 1;
        break;
      }
      at = end + 2;
    }
    // `'\'` ends here for one database and goes on for another.
    if (this.#text.slice(open, this.at).includes("\\")) problems.add("a backslash in quotes, which databases read differently");
    return type;
  }

  /** Moves past the next `end`. */
  skipPast(end: string, problems: Set<string>): void {
    const found = this.#text.indexOf(end, this.at);
    if (found === -1) problems.add("a quote without an end");
    this.at = found === -1 ? this.#text.length : found + end.length;
  }

  /** Moves past one character that no statement needs. */
  unknown(problems: Set<string>): void {
    const character = String.fromCodePoint(this.#text.codePointAt(this.at) ?? 0);
    if (character === "#") problems.add("a # that some databases take for a comment");
    else if (character === "\\") problems.add("a backslash outside quotes");
    else problems.add("letters outside the plain alphabet, not in quotes");
    this.at += character.length;
  }
}
