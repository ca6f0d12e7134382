import { OBSERVATION_LOOKS, OBSERVATION_WRONG_MAX } from "../../lib/domain/observation";
import type { Words } from "../words/make-words";
import type { ObservationView } from "./agent-view";

type Counted = Pick<ObservationView, "looked" | "wrong" | "endedAt">;

/** How far an observation has come: `17 of 50 · 1 wrong`. */
export function observationWords(t: Words<"agents">, { looked, wrong, endedAt }: Counted): string {
  if (endedAt !== null) return t("observation.over", { looked, wrong });
  return looked > OBSERVATION_LOOKS
    ? t("observation.beyond", { looked, wrong })
    : t("observation.counts", { looked, of: OBSERVATION_LOOKS, wrong });
}

/** What follows from where it stands. */
export function observationState({ looked, wrong, endedAt }: Counted): "over" | "lasts" | "stuck" {
  if (endedAt !== null) return "over";
  return looked >= OBSERVATION_LOOKS && wrong > OBSERVATION_WRONG_MAX ? "stuck" : "lasts";
}
