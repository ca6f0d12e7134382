/** What a person does while they read. Moves nothing, so all of it is passive. */
const SIGNS = ["keydown", "pointermove", "pointerdown", "wheel", "touchmove", "scroll"] as const;

/** True while the page is in sight and its window has the focus. */
export function isHere(): boolean {
  return document.visibilityState === "visible" && document.hasFocus();
}

type Device = "keyboard" | "mouse" | "touch";
let last: Device | null = null;

/** What this person's last act was made with; before any, what the device is made for. A pen is a finger. */
export function actedWith(): Device {
  return last ?? (matchMedia("(pointer: coarse)").matches ? "touch" : "keyboard");
}

function noteDevice(event: Event): void {
  if (event.type === "keydown") last = "keyboard";
  else if (event instanceof PointerEvent && event.type === "pointerdown")
    last = event.pointerType === "mouse" ? "mouse" : "touch";
}

/** Calls `leave` when the page goes, as with its tab: no later moment is sure to come. Answers how to stop. */
export function onLeaving(leave: () => void): () => void {
  window.addEventListener("pagehide", leave);
  return () => {
    window.removeEventListener("pagehide", leave);
  };
}

/** Calls `sign` for each sign of a person, and `turn` when they come or go. Answers how to stop. */
export function followSigns(sign: () => void, turn: () => void): () => void {
  const gone = new AbortController();
  const { signal } = gone;
  const noted = (event: Event): void => {
    noteDevice(event);
    sign();
  };
  for (const type of SIGNS) window.addEventListener(type, noted, { passive: true, capture: true, signal });
  window.addEventListener("focus", turn, { signal });
  window.addEventListener("blur", turn, { signal });
  document.addEventListener("visibilitychange", turn, { signal });
  return () => gone.abort();
}
