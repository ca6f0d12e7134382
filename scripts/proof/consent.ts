import { needles } from "./needles";
import { plainNames } from "./plain-names";
import type { Extent, Proof } from "./proof";
import { spoofs } from "./spoofs";

/** What a person agrees to is what they see: look-alike names are flagged, honest ones are not, and no needle hides in a long payload. */
export function consent(extent: Extent): Promise<readonly Proof[]> {
  return Promise.resolve([spoofs(extent), plainNames(extent), needles(extent)]);
}
