import { isCellTreatment } from "../../lib/domain/policy/cell-treatment";
import { KINDS, REVERSIBILITIES, STAKES, TIERS } from "../../lib/domain/words";
import type { DraftEntry, EntryList } from "./draft";
import { cellWords, type PolicyWords } from "./grid-words";

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
export function rowOf(words: PolicyWords<"policyLists">, list: EntryList, entry: DraftEntry): EntryRow {
  switch (list) {
    case "rules":
      return {
        name: textOf(entry, "id"),
        match: textOf(entry, "match"),
        says: effectWords(words, partOf(entry, "then")),
        condition: textOf(entry, "when") === "" ? null : textOf(entry, "when"),
        note: textOf(partOf(entry, "then"), "reason"),
      };
    case "catalogue":
      return {
        name: textOf(entry, "match"),
        match: null,
        says: catalogueWords(words, entry),
        condition: null,
        note: textOf(entry, "because"),
      };
    case "limits":
      return {
        name: textOf(entry, "id"),
        match: textOf(entry, "match"),
        says: limitWords(words, entry),
        condition: null,
        note: null,
      };
  }
}

function effectWords({ t, terms, ui }: PolicyWords<"policyLists">, then: DraftEntry): string {
  const treatment = then["treatment"];
  return joined([
    isCellTreatment(treatment) ? cellWords(terms, treatment) : textOf(then, "treatment"),
    word(STAKES, textOf(then, "stakes"), (stakes) => t("effect.stakes", { stakes: terms(`stakes.${stakes}`) })),
    word(REVERSIBILITIES, textOf(then, "reversibility"), (way) => terms(`way.${way}`)),
    word(TIERS, textOf(then, "tier"), (tier) => t("effect.tier", { tier: ui(`tier.${tier}`) })),
  ]);
}

function catalogueWords({ t, terms }: PolicyWords<"policyLists">, entry: DraftEntry): string {
  const { regulated } = entry;
  const expiresIn = textOf(entry, "expiresIn");
  return joined([
    word(KINDS, textOf(entry, "kind"), (kind) => terms(`kind.${kind}`)),
    word(STAKES, textOf(entry, "stakes"), (stakes) => terms(`stakes.${stakes}`)),
    word(REVERSIBILITIES, textOf(entry, "reversibility"), (way) => terms(`way.${way}`)),
    typeof regulated === "string" ? t("entry.regulatedBy", { rule: regulated }) : regulated === true ? t("entry.regulated") : "",
    expiresIn === "" ? "" : t("entry.waits", { time: expiresIn }),
  ]);
}

function limitWords({ t }: PolicyWords<"policyLists">, entry: DraftEntry): string {
  const of = textOf(entry, "count") === "" ? "sum" : "count";
  const per = textOf(entry, "per");
  const [size, window, beyond] = [textOf(entry, of), textOf(entry, "window"), textOf(entry, "then")];
  return t("limit.says", { per, scope: per, of, size, window, beyond });
}

/** A word that is known in words of ours; any other as it was written. */
function word<Word extends string>(known: readonly Word[], value: string, say: (word: Word) => string): string {
  const found = known.find((one) => one === value);
  return found === undefined ? value : say(found);
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}
