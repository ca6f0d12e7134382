import { later } from "../ui/later";
import type { ApprovalPanelProps } from "./approval-panel";
import type { DeskKeysProps } from "./desk-keys";
import type { EditSheetProps } from "./edit-sheet";
import type { EvidenceSheetProps } from "./evidence-sheet";

/*
 * What opens beside a card. Most cards are decided without any of it, so none of it is loaded before the first card.
 */

export const approvalPanel = later<ApprovalPanelProps>(async () => (await import("./approval-panel")).ApprovalPanel);
export const evidenceSheet = later<EvidenceSheetProps>(async () => (await import("./evidence-sheet")).EvidenceSheet);
export const editSheet = later<EditSheetProps>(async () => (await import("./edit-sheet")).EditSheet);
export const deskKeys = later<DeskKeysProps>(async () => (await import("./desk-keys")).DeskKeys);
