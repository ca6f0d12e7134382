import type { Span } from "./card";
import type { FaceKey, FaceSentence } from "./said";
import { saidInEnglish } from "./said-in-english";

/** Words of our own among spans, as plain text or as a value. */
export function saidSpan(type: "text" | "value", saying: FaceKey | FaceSentence): readonly Span[] {
  const words = typeof saying === "string" ? { key: saying } : saying;
  return [{ type, text: saidInEnglish(words), words }];
}
