import {
  defaultTreeAdapter,
  ErrorCodes,
  html as standard,
  Parser,
  Tokenizer,
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  type TreeAdapter,
} from "parse5";

type ChildNode = DefaultTreeAdapterTypes.ChildNode;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/** The attributes of an element: of two of one name the first counts. */
export type Attributes = ReadonlyMap<string, string>;

/** A piece of a message, in the order in which it is nested. */
export type Part =
  | { readonly type: "open"; readonly element: string; readonly attributes: Attributes }
  | { readonly type: "close"; readonly element: string }
  | { readonly type: "text"; readonly text: string; readonly within: string }
  | {
      readonly type: "comment";
      readonly text: string;
      readonly at: { readonly startOffset: number; readonly endOffset: number } | null;
    };

/** The HTML of a message as a browser nests it. */
export interface HtmlTree {
  readonly parts: readonly Part[];
  /** Whether its type of document makes a browser follow the standards. */
  readonly isStandard: boolean;
  /** What its words do not tell of the way it is written, in words. */
  readonly hides: ReadonlySet<string>;
}

/** Browsers nest no deeper than 512. */
const OPEN_MAX = 500;
const ATTRIBUTES_MAX = 300;

class TooMuch extends Error {}

/** What the parser does may cost more than the length of the text: for elements that it opens anew, and for those that it moves about. */
class Effort {
  #left: number;
  #open = 0;

  constructor(length: number) {
    this.#left = 100_000 + 16 * length;
  }

  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw new TooMuch();
  }

  opened(change: 1 | -1): void {
    this.#open += change;
    if (this.#open > OPEN_MAX) throw new TooMuch();
  }
}

/** Attributes are compared with all that stand before them in their tag. */
class BoundTokenizer extends Tokenizer {
  isEndless = false;
  #attributes = 0;

  protected override _createAttr(first: string): void {
    super._createAttr(first);
    this.#attributes += 1;
    if (this.#attributes > ATTRIBUTES_MAX) throw new TooMuch();
  }

  protected override _createStartTagToken(): void {
    super._createStartTagToken();
    this.#attributes = 0;
  }

  protected override _createEndTagToken(): void {
    super._createEndTagToken();
    this.#attributes = 0;
  }

  protected override _err(code: ErrorCodes, offset?: number): void {
    super._err(code, offset);
    this.isEndless ||= code === ErrorCodes.eofInTag || code === ErrorCodes.eofInComment;
  }
}

/** Reads `html`; null where it takes more than it would be worth: then nothing is known of it. */
export function treeOf(html: string, located = false): HtmlTree | null {
  const hides = new Set<string>();
  const parser = new Parser({
    treeAdapter: boundAdapter(new Effort(html.length), hides),
    // A frame for mail runs nothing, and neither do programs for mail.
    scriptingEnabled: false,
    sourceCodeLocationInfo: located,
  });
  const tokenizer = new BoundTokenizer({ sourceCodeLocationInfo: located }, parser);
  parser.tokenizer = tokenizer;
  try {
    tokenizer.write(html, true);
  } catch (error) {
    if (error instanceof TooMuch) return null;
    throw error;
  }
  if (tokenizer.isEndless) hides.add("a tag without an end");
  const { document } = parser;
  return { parts: [...partsOf(document)], isStandard: document.mode !== standard.DOCUMENT_MODE.QUIRKS, hides };
}

function boundAdapter(effort: Effort, hides: Set<string>): TreeAdapter<DefaultTreeAdapterMap> {
  /** What stands in a table and in none of its cells browsers draw before it; other programs leave it where it is written. */
  const beside = (parent: ParentNode): void => {
    hides.add("text in another order than it is written in");
    effort.spend(parent.childNodes.length);
  };
  return {
    ...defaultTreeAdapter,
    // A table stands in the paragraph before it or ends it, by the type of document: what follows is read as if inside.
    getDocumentMode: () => standard.DOCUMENT_MODE.QUIRKS,
    createElement: (name, space, attributes) => {
      effort.spend(16);
      return defaultTreeAdapter.createElement(name, space, attributes);
    },
    adoptAttributes: (element, attributes) => {
      effort.spend(element.attrs.length);
      defaultTreeAdapter.adoptAttributes(element, attributes);
    },
    detachNode: (node) => {
      effort.spend(node.parentNode?.childNodes.length ?? 0);
      defaultTreeAdapter.detachNode(node);
    },
    insertBefore: (parent, node, next) => {
      beside(parent);
      defaultTreeAdapter.insertBefore(parent, node, next);
    },
    insertTextBefore: (parent, text, next) => {
      beside(parent);
      defaultTreeAdapter.insertTextBefore(parent, text, next);
    },
    onItemPush: () => {
      effort.opened(1);
    },
    onItemPop: () => {
      effort.opened(-1);
    },
  };
}

/** What is in `document`, from its start to its end. */
function* partsOf(document: ParentNode): Generator<Part> {
  const open: { readonly node: ParentNode; at: number }[] = [{ node: document, at: 0 }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const node = childrenOf(top.node)[top.at];
    top.at += 1;
    if (node === undefined) {
      open.pop();
      if ("tagName" in top.node) yield { type: "close", element: top.node.tagName };
    } else if ("tagName" in node) {
      yield { type: "open", element: node.tagName, attributes: new Map(node.attrs.map(({ name, value }) => [name, value])) };
      open.push({ node, at: 0 });
    } else if ("value" in node) {
      yield { type: "text", text: node.value, within: "tagName" in top.node ? top.node.tagName : "" };
    } else if ("data" in node) {
      yield { type: "comment", text: node.data, at: node.sourceCodeLocation ?? null };
    }
  }
}

function childrenOf(node: ParentNode): readonly ChildNode[] {
  return "content" in node ? node.content.childNodes : node.childNodes;
}
