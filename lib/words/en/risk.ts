import { REVERSIBILITY_HEAD, TREATMENT_TEXTS } from "../../domain/policy/matrix-words";
import { REASON_TEXTS } from "../../domain/policy/reason-texts";

/**
 * What policy says of a proposal: the two facts of the badge, the steps of the derivation and what they set. What a step set is kept and sent in the
 * codes of the policy (`stakes S2, treatment review`); on the screens it is said in the words of the matrix.
 */
export const risk = {
  ...REASON_TEXTS,
  "set.stakes": "{to, select, S0 {negligible} S1 {minor} S2 {moderate} S3 {major} S4 {severe} other {{to}}} stakes",
  "set.reversibility": `{to, select, R0 {${REVERSIBILITY_HEAD.R0}} R1 {${REVERSIBILITY_HEAD.R1}} R2 {${REVERSIBILITY_HEAD.R2}} R3 {${REVERSIBILITY_HEAD.R3}} other {{to}}}`,
  "set.tier": "{to, select, T0 {Low} T1 {Medium} T2 {High} T3 {Critical} other {{to}}} risk",
  "set.treatment.auto": TREATMENT_TEXTS["treatment.auto"],
  "set.treatment.audit": "runs, audited",
  "set.treatment.review": TREATMENT_TEXTS["treatment.review"],
  "set.treatment.confirm": TREATMENT_TEXTS["treatment.confirm"],
  "set.treatment.two_person": TREATMENT_TEXTS["treatment.two_person"],
  "set.treatment.block": TREATMENT_TEXTS["treatment.block"],
} as const;
