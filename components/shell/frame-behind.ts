/*
 * What every signed-in screen does behind its first frame, in one piece: each request of its own names itself in what that frame has to load.
 */

export { FrameActs } from "./frame-acts";
export { FramePart } from "./frame-part";
export { LiveStops } from "./live-stops";
