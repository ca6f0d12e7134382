import { bareSpoofs } from "./bare-spoofs";
import { consentInBrowser } from "./consent-in-browser";
import { needles } from "./needles";
import { plainNames } from "./plain-names";
import { plainTexts } from "./plain-texts";
import type { Extent, Proof, SkippedProof } from "./proof";
import { spoofs } from "./spoofs";

/**
 * What a person agrees to is what they see: look-alike names are flagged, honest ones are not, no needle hides in a long payload, nothing that an agent
 * writes is taken for markup, the second half of a double click decides nothing, and in full: what changes around a press is not what it decides.
 */
export async function consent(extent: Extent): Promise<readonly (Proof | SkippedProof)[]> {
  return [
    spoofs(extent),
    bareSpoofs(extent),
    plainNames(extent),
    plainTexts(extent),
    needles(extent),
    ...(await consentInBrowser(extent)),
  ];
}
