import { localeOf } from "../../lib/domain/language";
import { secondsToRead } from "../../lib/domain/reading-time";
import type { Words } from "../words/make-words";

/**
 * How long a card takes whoever reads it in their language: `~8 s`, and `about 40 s` or `about 3 min` where it is more than a glance. `predicted` are
 * the seconds of the prediction, which counts English words.
 */
export function predictionWords(t: Words<"ui">, predicted: number, lane: "quick" | "deep"): string {
  const seconds = secondsToRead(predicted, localeOf(t.language));
  if (lane === "quick") return t("prediction.quick", { count: Math.max(1, Math.round(seconds)) });
  if (seconds < 90) return t("prediction.seconds", { count: Math.max(5, Math.round(seconds / 5) * 5) });
  return t("prediction.minutes", { count: Math.round(seconds / 60) });
}
