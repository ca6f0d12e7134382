import type { DecideInput, DecideResult } from "../../lib/contract/people";
import type { Words } from "../words/make-words";
import { testWords } from "./test-words";

/** A decision that the server has recorded. */
export interface Made extends Pick<DecideResult, "outcome" | "test"> {
  readonly type: DecideInput["decision"]["type"];
  readonly headline: string;
  /** The key that takes it back; empty without one. */
  readonly undo: string;
}

/** What is announced once it is recorded. */
export function madeWords(t: Words<"desk">, { outcome, test, type, headline, undo }: Made): string {
  if (test !== undefined) return testWords(t, test);
  if (outcome === "looked") return t(type === "approve" ? "said.fine" : "said.not_fine");
  if (outcome === "signed") return t("said.signed", { headline });
  const decided = t(`verb.${type}`);
  return undo === "" ? t("said.undoBelow", { decided }) : t("said.undo", { decided, key: undo });
}
