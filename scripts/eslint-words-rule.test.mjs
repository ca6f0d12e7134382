import { Linter } from "eslint";
import { expect, test } from "vitest";

import { wordsFromCatalogue } from "./eslint-words-rule.mjs";

const config = {
  plugins: { words: { rules: { catalogue: wordsFromCatalogue } } },
  rules: { "words/catalogue": "error" },
  languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
};
/** The texts that the rule finds in a component’s source. */
function found(code) {
  const messages = new Linter().verify(code, config, { filename: "a.js" });
  return messages.map(({ ruleId, message }) => (ruleId === null ? message : message.replace(/^“(.*)” is read.*$/u, "$1")));
}

test.each([
  ["the text of an element", "const a = <p>Nothing waits</p>;", ["Nothing waits"]],
  ["a text between braces", 'const a = <p>{"waits"}</p>;', ["waits"]],
  ["either branch of a choice", 'const a = <p>{on ? "on" : "off"}</p>;', ["on", "off"]],
  ["what follows an “and”", 'const a = <p>{on && "is on"}</p>;', ["is on"]],
  ["each part of a template", "const a = <p>{`${count} keys`}</p>;", ["keys"]],
  ["what is put together", 'const a = <p>{count + " keys"}</p>;', ["keys"]],
  ["a prop that is read out", 'const a = <ul aria-label="keys" />;', ["keys"]],
  ["a prop of our own that is shown", "const a = <Field label={`the key`} />;", ["the key"]],
  ["a table of words beside a component", 'const WORDS = { end: "End it", again: "Again" };', ["End it", "Again"]],
  ["a sentence a function answers", "const says = (name) => `Rotate ${name}?`;", ["Rotate"]],
])("%s is found where it stands in the code", (_, code, texts) => {
  expect(found(code)).toEqual(texts);
});

test.each([
  ["texts of the catalogue", 'const a = <p title={t("page")}>{t("says", { count })}</p>;'],
  ["classes, ids and other props for machines", 'const a = <p className="Some class" id="Keys" role="status" />;'],
  ["signs, numbers and entities", "const a = <p>· 12&nbsp;% …</p>;"],
  ["the name of the product", "const a = <p>Countersign</p>;"],
  ["what is compared with", 'const b = key === "Enter"; switch (key) { case "Escape": }'],
  ["what is thrown at whoever programs", 'throw new Error("This cannot be");'],
  ["keys, codes and addresses", 'const c = { code: "not_found", href: "/queue", key: "status.any" };'],
  ["what a function is called with inside an element", 'const a = <p>{names.join(" and ")}</p>;'],
])("%s are no texts of a screen", (_, code) => {
  expect(found(code)).toEqual([]);
});
