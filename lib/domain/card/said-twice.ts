import type { Check } from "./card";
import { failed } from "./finish-card";
import { few } from "./sent-value";

/** A failed check where `names` are said twice, and otherwise; silent where none is: the usual case needs no row. */
export function saidTwice(names: readonly string[]): readonly Check[] {
  return names.length === 0 ? [] : [failed("said-twice", "check.saidTwiceAndOtherwise", few(names))];
}
