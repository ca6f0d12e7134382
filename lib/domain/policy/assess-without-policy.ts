import type { Assessment } from "../risk";
import { TREATMENTS, higher } from "../words";
import { assess } from "./assess";
import { compilePolicy } from "./compile-policy";
import { DEFAULT_POLICY } from "./default-policy";
import type { AssessFacts } from "./facts";

const FALLBACK = compilePolicy(DEFAULT_POLICY, 0);

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
        { source: "fault", says: "no policy could be loaded: a person looks at everything", sets: "treatment review" },
      ],
    },
  };
}
