/** What a person does while they read. Moves nothing, so all of it is passive. */
const SIGNS = ["keydown", "pointermove", "pointerdown", "wheel", "touchmove", "scroll"] as const;

/** True while the page is in sight and its window has the focus. */
export function isHere(): boolean {
  return document.visibilityState === "visible" && document.hasFocus();
}

/** Calls `sign` for each sign of a person, and `turn` when they come or go. Answers how to stop. */
export function followSigns(sign: () => void, turn: () => void): () => void {
  const gone = new AbortController();
  const { signal } = gone;
  for (const type of SIGNS) window.addEventListener(type, sign, { passive: true, capture: true, signal });
  window.addEventListener("focus", turn, { signal });
  window.addEventListener("blur", turn, { signal });
  document.addEventListener("visibilitychange", turn, { signal });
  return () => gone.abort();
}
