/** Props that are read, by eyes or ears, in any component. */
const READ = new Set([
  "alt",
  "aria-description",
  "aria-label",
  "aria-roledescription",
  "aria-valuetext",
  "description",
  "failure",
  "hidden",
  "hint",
  "label",
  "note",
  "placeholder",
  "says",
  "submit",
  "title",
]);
/** A name, the same in every language. */
const NAMES = new Set(["Countersign"]);
const LETTER = /\p{L}/u;
/** How a text of a screen begins, and hardly anything else in code does. */
const SENTENCE = /^\p{Lu}(?:[\p{Ll}’]+(?:[\s.,:;!?…]|$)|\s)/u;

/**
 * No text that a person reads stands in the code of a screen: it comes from the catalogue (docs/languages.md). Found are the text of elements, the
 * props that are read, and every other string that begins as a sentence does.
 */
export const wordsFromCatalogue = {
  meta: {
    type: "problem",
    schema: [],
    messages: { literal: "“{{text}}” is read by people: put it into the catalogue (docs/languages.md)" },
  },
  create(context) {
    const report = (node, text) => {
      const shown = text.trim();
      if (!NAMES.has(shown)) context.report({ node, messageId: "literal", data: { text: shown.slice(0, 40) } });
    };
    const readTexts = (node) => {
      for (const { at, text } of textsIn(node)) if (LETTER.test(text)) report(at, text);
    };
    return {
      JSXText(node) {
        if (LETTER.test(node.value.replace(/&\w+;/g, ""))) report(node, node.value);
      },
      JSXAttribute(node) {
        if (READ.has(node.name.name) && node.value !== null) readTexts(node.value);
      },
      "JSXElement > JSXExpressionContainer, JSXFragment > JSXExpressionContainer"(node) {
        readTexts(node);
      },
      Literal(node) {
        if (typeof node.value === "string" && SENTENCE.test(node.value) && !isForMachines(node)) report(node, node.value);
      },
      TemplateLiteral(node) {
        const [first] = node.quasis;
        if (SENTENCE.test(first.value.cooked) && !isForMachines(node)) report(node, first.value.cooked);
      },
    };
  },
};

/** The strings that an expression may come to: not what it compares, and not what it calls functions with. */
function textsIn(node) {
  switch (node.type) {
    case "Literal":
      return typeof node.value === "string" ? [{ at: node, text: node.value }] : [];
    case "TemplateLiteral":
      return node.quasis.map((quasi) => ({ at: node, text: quasi.value.cooked }));
    case "JSXExpressionContainer":
      return textsIn(node.expression);
    case "ConditionalExpression":
      return [...textsIn(node.consequent), ...textsIn(node.alternate)];
    case "LogicalExpression":
      return textsIn(node.right);
    case "BinaryExpression":
      return node.operator === "+" ? [...textsIn(node.left), ...textsIn(node.right)] : [];
    default:
      return [];
  }
}

/** Compared with, or thrown at whoever programs; what `JSXAttribute` and its like have looked at already counts here too. */
function isForMachines({ parent }) {
  if (parent.type.startsWith("JSX") || parent.type.startsWith("TS") || parent.type.startsWith("Import")) return true;
  if (parent.type === "BinaryExpression") return parent.operator !== "+";
  if (parent.type === "SwitchCase") return true;
  if (parent.type === "NewExpression") return parent.callee.name === "Error";
  return false;
}
