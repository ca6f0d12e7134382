import { KINDS } from "../../lib/domain/words";
import type { Words } from "../words/make-words";

/** What a kill switch is on for, in words: `everything`, `every payment`, the agent's name. */
export function stopWords(t: Words<"shell">, scope: string, agentName: string | null): string {
  if (scope === "all") return t("stopped.all");
  const kind = KINDS.find((one) => scope === `kind:${one}`);
  if (kind !== undefined) return t(`stopped.${kind}`);
  return agentName ?? scope;
}
