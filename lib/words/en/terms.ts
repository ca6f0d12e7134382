import { REVERSIBILITY_HEAD, TREATMENT_TEXTS } from "../../domain/policy/matrix-words";
import { REVERSIBILITY_WORD, STAKES_WORD } from "../../domain/words";

/** What several screens name. */
export const terms = {
  "kind.email": "email",
  "kind.payment": "payment",
  "kind.sql": "sql",
  "kind.code": "code",
  "kind.post": "post",
  "kind.record": "record",
  "kind.file": "file",
  "kind.command": "command",
  "kind.tool": "tool",

  "stakes.S0": STAKES_WORD.S0,
  "stakes.S1": STAKES_WORD.S1,
  "stakes.S2": STAKES_WORD.S2,
  "stakes.S3": STAKES_WORD.S3,
  "stakes.S4": STAKES_WORD.S4,
  "reversibility.R0": REVERSIBILITY_WORD.R0,
  "reversibility.R1": REVERSIBILITY_WORD.R1,
  "reversibility.R2": REVERSIBILITY_WORD.R2,
  "reversibility.R3": REVERSIBILITY_WORD.R3,
  "way.R0": REVERSIBILITY_HEAD.R0,
  "way.R1": REVERSIBILITY_HEAD.R1,
  "way.R2": REVERSIBILITY_HEAD.R2,
  "way.R3": REVERSIBILITY_HEAD.R3,
  ...TREATMENT_TEXTS,
  "treatment.audited": "runs, audited",

  "prices.own":
    "By the prices of the policy: an hour of looking costs {hour, number}\u00A0{currency}, an error {harms}\u00A0{currency} by stakes.",
  "prices.assumed":
    "Assumed, since the policy names no prices: an hour of looking costs {hour, number}, an error {harms} by stakes.",
} as const;
