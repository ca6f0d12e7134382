/*
 * What stands where a card would, in one piece, as in after-deciding.ts.
 */

export { EmptyDesk, UnreadCard } from "./empty-desk";
export { BreakHint, RestPanel } from "./rest-panel";
