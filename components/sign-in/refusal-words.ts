import type { SignInRefusal } from "../../lib/client/session";
import type { Words } from "../words/make-words";

/** Why somebody was not let in, as a sentence. */
export function refusalWords(t: Words<"signIn">, refusal: SignInRefusal): string {
  return "count" in refusal ? t(`refused.${refusal.why}`, { count: refusal.count }) : t(`refused.${refusal.why}`);
}
