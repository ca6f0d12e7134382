import type { Assessment } from "../risk";
import { TREATMENTS, higher } from "../words";
import { assess } from "./assess";
import { compilePolicy } from "./compile-policy";
import { DEFAULT_POLICY } from "./default-policy";
import type { AssessFacts } from "./facts";
import { said } from "./reason-texts";

const FALLBACK = compilePolicy(DEFAULT_POLICY, 0);
const NO_POLICY = said("because.noPolicy");

/** The judgement when no policy can be used: the defaults for the badge, and a person for every single item. Never `auto`. */
export function assessWithoutPolicy(facts: AssessFacts): Assessment {
  const judged = assess(FALLBACK, facts);
  return {
    ...judged,
    treatment: higher(TREATMENTS, judged.treatment, "review"),
    auditRate: null,
    risk: {
      ...judged.risk,
      reasons: [
        ...judged.risk.reasons,
        { source: "fault", says: NO_POLICY.text, words: NO_POLICY.words, sets: "treatment review" },
      ],
    },
  };
}
