import type { CssNode, Selector as SelectorNode } from "css-tree";

/** One step of a selector: `td.head` or `#top`. Names are in lower case: whether case counts is for the type of the document to say. */
export interface Compound {
  readonly element: string | null;
  readonly classes: readonly string[];
  readonly ids: readonly string[];
  /** Whether only the element right above may be the step before. */
  readonly isChild: boolean;
  /** Whether only a link may be it. */
  readonly isLink: boolean;
  /** Whether it asks for more than is looked at here: it may match. */
  readonly asksMore: boolean;
}

export interface Selector {
  /** From the element itself outwards. */
  readonly steps: readonly Compound[];
  /** `beside`: what is drawn before or after a text. `touched`: only while a pointer or a key is at it. */
  readonly isFor: "text" | "beside" | "touched";
  /** Whether it is for mail that a program darkened, and marked so. */
  readonly isDarkened: boolean;
}

const TOUCHED = /^(?:hover|focus|focus-within|focus-visible|active|target|disabled|checked)$/u;
const BESIDE = /^(?:before|after|marker|selection|placeholder|backdrop|-?webkit-scrollbar)/u;
/** Names in other letters, and those that can be none (`#1a`), are not told apart here. */
const NAME = /^(?:-?[a-z_]|--)[a-z\d_-]*$/iu;
const LINK = /^(?:any-)?link$/iu;

/** May be any element. */
export const ANY: Selector = { steps: [compoundOf([], "")], isFor: "text", isDarkened: false };

/** Reads a selector; what browsers would not read, or what asks for more than is looked at here, may be any element. */
export function selectorOf({ children }: SelectorNode): Selector {
  const nodes = children.toArray();
  const names = nodes.flatMap((node) =>
    node.type === "PseudoClassSelector" || node.type === "PseudoElementSelector" ? [node.name.toLowerCase()] : [],
  );
  return {
    steps: stepsOf(nodes),
    isFor: names.some((name) => BESIDE.test(name)) ? "beside" : names.some((name) => TOUCHED.test(name)) ? "touched" : "text",
    isDarkened: nodes.some((node) => node.type === "AttributeSelector" && /^data-ogs[bc]$/iu.test(node.name.name)),
  };
}

export function weightOf(steps: readonly Compound[]): number {
  const counted = (of: (step: Compound) => number): number => steps.reduce((sum, step) => sum + of(step), 0);
  return (
    counted(({ ids }) => ids.length) * 10_000 +
    counted(({ classes }) => classes.length) * 100 +
    counted(({ element }) => (element === null ? 0 : 1))
  );
}

function stepsOf(nodes: readonly CssNode[]): readonly Compound[] {
  const steps: Compound[] = [];
  let [from, before] = [0, ""];
  for (let at = 0; at <= nodes.length; at += 1) {
    const node = nodes[at];
    if (node !== undefined && node.type !== "Combinator") continue;
    // What stands before one that is beside it is not looked at.
    if (/^[+~]$/u.test(before)) steps.length = 0;
    steps.push(compoundOf(nodes.slice(from, at), before));
    [from, before] = [at + 1, node?.name ?? ""];
  }
  return steps.reverse();
}

function compoundOf(nodes: readonly CssNode[], before: string): Compound {
  const named = (type: "ClassSelector" | "IdSelector" | "TypeSelector"): readonly string[] =>
    nodes.flatMap((node) => (node.type === type && NAME.test(node.name) ? [node.name.toLowerCase()] : []));
  const [isLink, isRoot] = [nodes.some((node) => isState(node, LINK)), nodes.some((node) => isState(node, /^root$/iu))];
  const [element = isRoot ? "html" : null] = named("TypeSelector");
  const isRead = nodes.length > 0 && nodes.every((node, at) => isPlain(node, at === 0)) && (!isRoot || element === "html");
  const [classes, ids] = [named("ClassSelector"), named("IdSelector")];
  return { element, classes, ids, isChild: before === ">", isLink, asksMore: !isRead || !/^[ >]?$/u.test(before) };
}

/** Whether `node` says all of itself by what is looked at here. */
function isPlain(node: CssNode, isFirst: boolean): boolean {
  if (node.type === "TypeSelector") return isFirst && (node.name === "*" || NAME.test(node.name));
  if (node.type === "ClassSelector" || node.type === "IdSelector") return NAME.test(node.name) && !/[A-Z]/u.test(node.name);
  return isState(node, LINK) || isState(node, /^root$/iu);
}

function isState(node: CssNode, name: RegExp): boolean {
  return node.type === "PseudoClassSelector" && node.children === null && name.test(node.name);
}
