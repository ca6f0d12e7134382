import type { DecideResult } from "../../lib/contract/people";
import type { Words } from "../words/make-words";

/** A test is told at once, with what was wrong. */
export function testWords(t: Words<"desk">, { caught, wrong }: NonNullable<DecideResult["test"]>): string {
  return t(caught ? "said.caught" : "said.missed", { wrong });
}
