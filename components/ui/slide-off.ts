import type { PointerEvent } from "react";

/**
 * Lets a finger or a pen leave a button as a mouse does. Both hold on to what they first touched, wherever they go: the button would hear of it only
 * when they are lifted. Call from `onPointerDown` of the button, or of what holds several.
 */
export function letSlideOff({ target, pointerId }: PointerEvent): void {
  // Throws for a pointer that is gone already.
  if (target instanceof Element && target.hasPointerCapture(pointerId)) target.releasePointerCapture(pointerId);
}
