/*
 * What no first card needs, in one piece: it is loaded when the browser has time, or when a refusal has to be told, something follows a decision or an
 * item is given to somebody.
 */

export { makeSure } from "../../lib/client/make-sure";
export { assignTo } from "./assign-to";
export { giveReason, release, renew, undo } from "./follow-ups";
export { keepLease } from "./keep-lease";
export { lastOpen } from "./last-steps";
export { madeWords } from "./made-words";
export { onceUp } from "./once-up";
export { refusalWords } from "./refusal-words";
