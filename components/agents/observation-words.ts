import { OBSERVATION_LOOKS, OBSERVATION_WRONG_MAX } from "../../lib/domain/observation";
import type { ObservationView } from "./agent-view";

type Counted = Pick<ObservationView, "looked" | "wrong" | "endedAt">;

/** How far an observation has come: `17 of 50 · 1 wrong`. */
export function observationWords({ looked, wrong, endedAt }: Counted): string {
  const wrongs = wrong === 0 ? "none wrong" : `${String(wrong)} wrong`;
  if (endedAt !== null) return `over after ${String(looked)} looks · ${wrongs}`;
  return looked > OBSERVATION_LOOKS
    ? `${String(looked)} looks · ${wrongs}`
    : `${String(looked)} of ${String(OBSERVATION_LOOKS)} · ${wrongs}`;
}

/** What follows from where it stands. */
export function observationState({ looked, wrong, endedAt }: Counted): "over" | "lasts" | "stuck" {
  if (endedAt !== null) return "over";
  return looked >= OBSERVATION_LOOKS && wrong > OBSERVATION_WRONG_MAX ? "stuck" : "lasts";
}
