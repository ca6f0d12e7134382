import { environmentNamed } from "../../environments";
import type { Step } from "./parse-command";

/** Words that name nothing else: `npm test` runs tests, `rm prod.log` is about production. */
const PLAIN = new Set(["production", "prod", "staging", "stg"]);
const FLAG =
  /^(?:-n|-e|--?(?:namespace|context|kube-context|cluster|env|environment|stage|profile|project|workspace|target|host|var-file|account|region))(?:=|$)/u;

/** `-nproduction`, the value right behind its flag. */
const SHORT = /^-n(?=[a-z])/u;

/** The environments that the words of `step` name: in the flags that say where, any; elsewhere only unmistakable ones. */
export function namedEnvironments(step: Step): readonly string[] {
  const found = step.words.flatMap((word, at) => {
    const says = SHORT.test(word) || FLAG.test(word) || FLAG.test(step.words[at - 1] ?? "");
    return word
      .replace(SHORT, "-n ")
      .toLowerCase()
      .split(/[^a-z\d]+/u)
      .flatMap((part) => {
        const name = environmentNamed(part);
        return name !== null && (says || PLAIN.has(part)) ? [name] : [];
      });
  });
  return [...new Set(found)];
}
