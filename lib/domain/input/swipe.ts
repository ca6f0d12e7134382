export const SWIPES = ["approve_right", "approve_left", "off"] as const;
/** Which way a card is swiped on a phone. */
export type Swipe = (typeof SWIPES)[number];

/** A touch this near to either edge belongs to the system: back and forward. */
export const EDGE_PX = 24;
/** The share of the card's width after which letting go decides. */
export const THRESHOLD = 0.4;
/** A finger that goes further up or down than sideways scrolls. */
const SLOPE = 1;

/** One touch, in pixels from the left edge of the window. */
export interface Touch {
  readonly startX: number;
  readonly startY: number;
  readonly x: number;
  readonly y: number;
  /** Of the card, and of the window. */
  readonly width: number;
  readonly windowWidth: number;
}

export interface SwipeLook {
  /** What letting go now would do; null where it would do nothing. */
  readonly decides: "approve" | "reject" | null;
  /** What it is on the way to, and how far: 0 to 1. */
  readonly towards: "approve" | "reject" | null;
  readonly progress: number;
}

const NOTHING: SwipeLook = { decides: null, towards: null, progress: 0 };

/** What a touch on a card amounts to so far (design: review §4.3). */
export function swipeOf(touch: Touch, preference: Swipe): SwipeLook {
  const { startX, startY, x, y, width, windowWidth } = touch;
  const [across, along] = [x - startX, y - startY];
  const edge = startX < EDGE_PX || startX > windowWidth - EDGE_PX;
  if (preference === "off" || edge || width <= 0 || across === 0) return NOTHING;
  if (Math.abs(along) * SLOPE > Math.abs(across)) return NOTHING;
  const right = preference === "approve_right" ? "approve" : "reject";
  const left = right === "approve" ? "reject" : "approve";
  const towards = across > 0 ? right : left;
  const progress = Math.min(1, Math.abs(across) / (width * THRESHOLD));
  return { decides: progress >= 1 ? towards : null, towards, progress };
}
