import { TREATMENTS } from "../words";
import type { ReasonSentence } from "./reason-texts";

/**
 * One thing that a reason set, read back from how it is written down: `stakes S2` or `treatment review` of `stakes S2, treatment review`, which has
 * been the same from the first day. Null where it is written otherwise.
 */
export function setSentence(part: string): ReasonSentence | null {
  const [name = "", to = ""] = part.split(" ");
  switch (name) {
    case "stakes":
    case "reversibility":
    case "tier":
      return { key: `set.${name}`, values: { to } };
    case "treatment": {
      const treatment = TREATMENTS.find((one) => one === to);
      return treatment === undefined ? null : { key: `set.treatment.${treatment}` };
    }
    default:
      return null;
  }
}
