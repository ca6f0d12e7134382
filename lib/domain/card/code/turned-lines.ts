import type { Check } from "../card";
import { failed, passed } from "../finish-card";
import { few } from "../sent-value";
import type { FileChange } from "./patch";
import { isGenerated, pathKind } from "./path-kinds";

/** Calls and marks that keep somebody out, or something harmful from getting in. */
const GUARD =
  /\b(?:authori[sz]e\w{0,40}|authenticate\w{0,40}|requires?_?(?:auth|login|role|permission|admin|user|mfa|csrf|scope)\w{0,40}|is_?(?:admin|owner|authenticated|authorized|logged_?in)|has_?(?:role|permission|access|scope)\w{0,40}|check_?(?:permission|access|auth|owner|signature|csrf)\w{0,40}|verify_?(?:token|signature|password|csrf|jwt|owner|hmac)\w{0,40}|(?:login|permission|admin)_required|csrf_?(?:protect|token|check)\w{0,40}|rate_?limit\w{0,40}|sanitize\w{0,40}|escape_?html\w{0,40})\b/giu;
const CONDITION = /==|!=|<=|>=|<|>|&&|\|\||!(?=[\w(])/gu;
const CONDITION_IN_WORDS = /==|!=|<=|>=|<|>|&&|\|\||!(?=[\w(])|\bnot\b|\band\b|\bor\b/gu;
/** Languages in which `not`, `and` and `or` are no prose. */
const HAS_WORDS = /\.(?:py|pyi|rb|erb|lua|sql|pl|pm|php|ex|exs|jinja2?|j2|twig|nim|vb|ps1|ya?ml)$/iu;
/** What these hold is markup, words or data: a sign in them decides nothing. */
const HAS_NO_CONDITIONS = /\.(?:html?|xml|svg|json|csv|tsv|po|pot|xliff|strings|properties|css|scss|less|ini)$/iu;
const COMMENT = /^\s*(?:\/\/|\/\*|\*(?=[\s/]|$)|#(?=[\s!#]|$)|--(?=\s|$)|<!--|"""|''')/u;
const STRING = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`/gu;
const LINE_LENGTH_MAX = 500;

/** Two slips that read past: a check that goes, and a condition that is turned round. Only what people wrote is looked at. */
export function turnedLines(files: readonly FileChange[]): readonly Check[] {
  const written = files.filter(({ path }) => !isGenerated(path) && !["docs", "test"].includes(pathKind(path)));
  const guards = written.flatMap(goneGuards);
  const turned = written.flatMap(turnedConditions);
  return [
    guards.length === 0
      ? passed("removed-guard", "code.noCheckRightsIsTaken")
      : failed("removed-guard", "code.checkRightsIsTakenOut", few(guards)),
    turned.length === 0
      ? passed("turned-condition", "code.noLineChangesInIts")
      : failed("turned-condition", "code.lineChangesInItsCondition", few(turned)),
  ];
}

/** What stands on fewer new lines than it stood on old ones. */
function goneGuards({ hunks }: FileChange): readonly string[] {
  const named = (sign: string): readonly string[] =>
    hunks
      .flat()
      .filter((line) => line.startsWith(sign) && line.length <= LINE_LENGTH_MAX)
      .flatMap((line) => line.match(GUARD) ?? []);
  const counts = new Map<string, number>();
  for (const name of named("-")) counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const name of named("+")) counts.set(name, (counts.get(name) ?? 0) - 1);
  return [...counts].flatMap(([name, count]) => (count > 0 ? [name] : []));
}

function turnedConditions({ path, hunks }: FileChange): readonly string[] {
  if (HAS_NO_CONDITIONS.test(path)) return [];
  const condition = HAS_WORDS.test(path) ? CONDITION_IN_WORDS : CONDITION;
  return hunks.flatMap((hunk) =>
    pairs(hunk).flatMap(([old, now]) => (differInCondition(old, now, condition) ? [now.trim().slice(0, 80)] : [])),
  );
}

/** Lines gone with the lines that stand in their place, where there are as many of both. */
function pairs(hunk: readonly string[]): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  let [old, now]: [string[], string[]] = [[], []];
  const flush = (): void => {
    if (old.length === now.length) found.push(...old.map((line, at): readonly [string, string] => [line, now[at] ?? ""]));
    [old, now] = [[], []];
  };
  for (const line of hunk) {
    if (line.startsWith("-")) {
      if (now.length > 0) flush();
      old.push(line.slice(1));
    } else if (line.startsWith("+")) now.push(line.slice(1));
    else flush();
  }
  flush();
  return found;
}

/** Where everything else stays, the strings too; `===` for `==` is stricter, and not another condition. */
function differInCondition(old: string, now: string, condition: RegExp): boolean {
  if (Math.max(old.length, now.length) > LINE_LENGTH_MAX || COMMENT.test(old) || COMMENT.test(now)) return false;
  const [was, is] = [codeOf(old, condition), codeOf(now, condition)];
  const [wasStrings, isStrings] = [old.match(STRING) ?? [], now.match(STRING) ?? []];
  if (was.replaceAll(/\s+/gu, "") === is.replaceAll(/\s+/gu, "") || wasStrings.join() !== isStrings.join()) return false;
  return without(was, condition) === without(is, condition);
}

/** The line without what its strings and its comment say; `//` divides where `not` is a word. */
function codeOf(line: string, condition: RegExp): string {
  return line
    .replaceAll(STRING, '""')
    .replaceAll(/\/\*.*?\*\//gu, "")
    .replace(condition === CONDITION ? /\s\/\/.*$/u : /\s#\s.*$/u, "")
    .replaceAll(/([=!]=)=/gu, "$1");
}

/** The line at `path` without what its strings and its comments say; nothing of one that is a comment. */
export function withoutStrings(path: string, line: string): string {
  return COMMENT.test(line) ? "" : codeOf(line, HAS_WORDS.test(path) ? CONDITION_IN_WORDS : CONDITION);
}

function without(line: string, condition: RegExp): string {
  return line.replaceAll(condition, "").replaceAll(/\s+/gu, "");
}
