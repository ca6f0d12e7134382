import type { Check } from "../card";
import { failed } from "../finish-card";
import { foreignLetters } from "../foreign-letters";
import { hasShapes } from "../names-in-text";
import { scriptsOf } from "../../scripts";
import type { FileChange } from "./patch";
import { pathKind } from "./path-kinds";
import { withoutStrings } from "./turned-lines";

const NAME = /[\p{L}_$][\p{L}\p{M}\p{N}_$]*/gu;

/** Names in another alphabet from end to end that read as a Latin one: `рау` is no `pay`. What strings and comments say is prose. Silent where there is none. */
export function foreignNames(files: readonly FileChange[]): readonly Check[] {
  const found = files
    .filter(({ path }) => pathKind(path) !== "docs")
    .flatMap(({ path, hunks }) => hunks.flat().flatMap((line) => (line.startsWith("+") ? namesIn(path, line.slice(1)) : [])));
  return found.length === 0
    ? []
    : [failed("look-alike-name", "check.lookAlikeLettersTwoAlphabets", foreignLetters([...new Set(found)]))];
}

function namesIn(path: string, line: string): readonly string[] {
  if (/^[ -~]*$/u.test(line)) return [];
  return (withoutStrings(path, line).match(NAME) ?? []).filter((name) => {
    const scripts = scriptsOf(name);
    return scripts.length > 0 && !scripts.includes("Latin") && hasShapes(name);
  });
}
