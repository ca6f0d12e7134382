import { isCellTreatment } from "../../lib/domain/policy/cell-treatment";
import { REVERSIBILITY_HEAD, cellWords } from "../../lib/domain/policy/matrix-words";
import { REVERSIBILITIES, STAKES, STAKES_WORD, TIERS, TIER_WORD } from "../../lib/domain/words";
import type { DraftEntry, EntryList } from "./draft";

/** One entry of a list as a row shows it. */
export interface EntryRow {
  /** What tells it apart: the rule's or limit's id, the catalogue's pattern. */
  readonly name: string;
  /** The actions it is for; null where the name says so already. */
  readonly match: string | null;
  /** What it does or says, in words. */
  readonly says: string;
  /** The rule's condition. */
  readonly condition: string | null;
  readonly note: string | null;
}

/** A field as text; empty where it is missing or no text. */
export function textOf(entry: DraftEntry, key: string): string {
  const value = entry[key];
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

/** A field that is an object; empty where it is anything else. */
export function partOf(entry: DraftEntry, key: string): DraftEntry {
  const value = entry[key];
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- any object may be read by its keys
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as DraftEntry) : {};
}

/** The row of an entry, whatever it holds. */
export function rowOf(list: EntryList, entry: DraftEntry): EntryRow {
  switch (list) {
    case "rules":
      return {
        name: textOf(entry, "id"),
        match: textOf(entry, "match"),
        says: effectWords(partOf(entry, "then")),
        condition: textOf(entry, "when") === "" ? null : textOf(entry, "when"),
        note: textOf(partOf(entry, "then"), "reason"),
      };
    case "catalogue":
      return {
        name: textOf(entry, "match"),
        match: null,
        says: catalogueWords(entry),
        condition: null,
        note: textOf(entry, "because"),
      };
    case "limits":
      return { name: textOf(entry, "id"), match: textOf(entry, "match"), says: limitWords(entry), condition: null, note: null };
  }
}

function effectWords(then: DraftEntry): string {
  const treatment = then["treatment"];
  return joined([
    isCellTreatment(treatment) ? cellWords(treatment) : textOf(then, "treatment"),
    word("at least", STAKES, STAKES_WORD, textOf(then, "stakes")),
    word("", REVERSIBILITIES, REVERSIBILITY_HEAD, textOf(then, "reversibility")),
    word("tier", TIERS, TIER_WORD, textOf(then, "tier")),
    textOf(then, "reviewers") === "" ? "" : `to ${textOf(then, "reviewers")}`,
  ]);
}

function catalogueWords(entry: DraftEntry): string {
  const { regulated } = entry;
  return joined([
    textOf(entry, "kind"),
    word("", STAKES, STAKES_WORD, textOf(entry, "stakes")),
    word("", REVERSIBILITIES, REVERSIBILITY_HEAD, textOf(entry, "reversibility")),
    typeof regulated === "string" ? `regulated: ${regulated}` : regulated === true ? "regulated" : "",
    textOf(entry, "reviewers") === "" ? "" : `to ${textOf(entry, "reviewers")}`,
    textOf(entry, "expiresIn") === "" ? "" : `waits ${textOf(entry, "expiresIn")}`,
  ]);
}

const SCOPE_WORD: Readonly<Record<string, string>> = {
  agent: "each agent",
  action: "each action",
  workspace: "everybody together",
};

function limitWords(entry: DraftEntry): string {
  const size = textOf(entry, "count") === "" ? `amounts up to ${textOf(entry, "sum")}` : `${textOf(entry, "count")} proposals`;
  const beyond = textOf(entry, "then") === "block" ? "beyond it blocked" : "beyond it one look";
  return `${SCOPE_WORD[textOf(entry, "per")] ?? textOf(entry, "per")}: ${size} in ${textOf(entry, "window")}, ${beyond}`;
}

function word<Word extends string>(
  before: string,
  known: readonly Word[],
  words: Readonly<Record<Word, string>>,
  value: string,
): string {
  const found = known.find((one) => one === value);
  if (found === undefined) return value;
  return before === "" ? words[found] : `${before} ${words[found]}`;
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}
