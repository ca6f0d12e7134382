import { REASON_TEXTS, type RejectCode } from "./reject-texts";

/** Every code there is. A browser reads answers by them, and is not sent what else is known of the kinds. */
// eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the keys of our own table, which `Object.keys` widens
export const REJECT_CODES = Object.keys(REASON_TEXTS).map((key) => key.slice("reason.".length)) as readonly RejectCode[];
