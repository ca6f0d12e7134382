import { REASON_TEXTS } from "../../domain/policy/reason-texts";

/** What policy says of a proposal: the two facts of the badge, the steps of the derivation and what they set. */
export const risk = { ...REASON_TEXTS } as const;
