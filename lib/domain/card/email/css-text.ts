import type { CssNode } from "css-tree";
import parse from "css-tree/parser";
import * as token from "css-tree/tokenizer";

/** Blocks and brackets that stand in one another are read by functions that call themselves. */
const NESTED_MAX = 50;
/** What cannot be read costs far more than what can: so much of it is read in a message. */
const ERRORS_MAX = 500;
const ENDS = new Map([
  [token.Function, token.RightParenthesis],
  [token.LeftParenthesis, token.RightParenthesis],
  [token.LeftSquareBracket, token.RightSquareBracket],
  [token.LeftCurlyBracket, token.RightCurlyBracket],
]);

class TooMuch extends Error {}

/** Reads the styles and sheets of one message. */
export class CssReader {
  #errors = 0;

  /**
   * The nodes of a style or a sheet, with values and what stands behind the name of a rule (`@media …`) as they are written; what could not be
   * read is among them as text (`Raw`). Null where it is more than is read, or has escapes, or a string or an address that does not end as it
   * should.
   */
  nodesOf(source: string, context: "declarationList" | "stylesheet"): readonly CssNode[] | null {
    if (source.includes("\\") || this.#errors > ERRORS_MAX) return null;
    const open: number[] = [];
    const onToken = (type: number): void => {
      const end = ENDS.get(type);
      if (end !== undefined) open.push(end);
      else if (type === open.at(-1)) open.pop();
      if (open.length > NESTED_MAX || type === token.BadString || type === token.BadUrl) throw new TooMuch();
    };
    const onParseError = (): void => {
      this.#errors += 1;
      if (this.#errors > ERRORS_MAX) throw new TooMuch();
    };
    try {
      const tree = parse(source, { context, parseAtrulePrelude: false, parseValue: false, onToken, onParseError });
      return tree.type === "StyleSheet" || tree.type === "DeclarationList" ? tree.children.toArray() : null;
    } catch (error) {
      if (error instanceof TooMuch) return null;
      throw error;
    }
  }
}
