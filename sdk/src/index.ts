export { actionDigest, canonical } from "./canonical.js";
export type { Json } from "./canonical.js";
export { Countersign } from "./client.js";
export type { CallOptions, CountersignOptions } from "./client.js";
export { Blocked, CountersignError, Expired, Rejected, Stale, Unavailable, Withdrawn } from "./errors.js";
export type { GuardOptions, Guarded } from "./guard.js";
export { verifyReceipt } from "./receipt.js";
export type { ReceiptClaims, ReceiptKey, VerifyReceipt } from "./receipt.js";
export type { CheckResult, Delivery, JsonObject, Kind, OutcomeStatus, Proposal, ProposalInput, Status } from "./types.js";
