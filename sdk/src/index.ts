export { actionDigest, canonical } from "./canonical";
export type { Json } from "./canonical";
export { Countersign } from "./client";
export type { CallOptions, CountersignOptions } from "./client";
export { Blocked, CountersignError, Expired, Rejected, Stale, Unavailable, Withdrawn } from "./errors";
export type { GuardOptions, Guarded } from "./guard";
export { verifyReceipt } from "./receipt";
export type { ReceiptClaims, ReceiptKey, VerifyReceipt } from "./receipt";
export type { CheckResult, Delivery, JsonObject, Kind, OutcomeStatus, Proposal, ProposalInput, Status } from "./types";
