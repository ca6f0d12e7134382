import type { RejectStripProps } from "../card/reject-strip";
import { later } from "../ui/later";
import type { CommentSheetProps } from "./comment-sheet";
import type { PaletteProps } from "./palette";
import type { TogetherPaneProps } from "./together-pane";
import type { ApprovalPanelProps } from "./approval-panel";
import type { DeskKeysProps } from "./desk-keys";
import type { EditSheetProps } from "./edit-sheet";
import type { HeldBackBarProps } from "./held-back-bar";
import type { QueueSearchProps } from "./queue-search";
import type { RestPanelProps } from "./rest-panel";
import type { EvidenceSheetProps } from "./evidence-sheet";
import type { TestRevealProps } from "./test-reveal";

/*
 * What opens beside a card. Most cards are decided without any of it, so none of it is loaded before the first card.
 */

export const connectionBanner = later(async () => (await import("../shell/connection-banner")).ConnectionBanner);
export const approvalPanel = later<ApprovalPanelProps>(async () => (await import("./approval-panel")).ApprovalPanel);
export const evidenceSheet = later<EvidenceSheetProps>(async () => (await import("./evidence-sheet")).EvidenceSheet);
export const editSheet = later<EditSheetProps>(async () => (await import("./edit-sheet")).EditSheet);
export const togetherPane = later<TogetherPaneProps>(async () => (await import("./together-pane")).TogetherPane);
export const commentSheet = later<CommentSheetProps>(async () => (await import("./comment-sheet")).CommentSheet);
export const palette = later<PaletteProps>(async () => (await import("./palette")).Palette);
export const heldBackBar = later<HeldBackBarProps>(async () => (await import("./held-back-bar")).HeldBackBar);
export const deskKeys = later<DeskKeysProps>(async () => (await import("./desk-keys")).DeskKeys);
export const rejectStrip = later<RejectStripProps>(async () => (await import("../card/reject-strip")).RejectStrip);
export const queueSearch = later<QueueSearchProps>(async () => (await import("./queue-search")).QueueSearch);
export const restPanel = later<RestPanelProps>(async () => (await import("./rest-panel")).RestPanel);
export const testReveal = later<TestRevealProps>(async () => (await import("./test-reveal")).TestReveal);
