/*
 * What stands around a card once something was decided, in one piece: all of it is read ahead behind the first card, and each request names itself in
 * what that card has to load.
 */

export { ClosedBar } from "./closed-bar";
export { Dock } from "./dock";
export { LastStrip } from "./last-strip";
export { ReasonStrip } from "./reason-strip";
export { TestReveal } from "./test-reveal";
