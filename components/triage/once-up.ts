let repeats = false;
if (typeof window !== "undefined") {
  window.addEventListener("keydown", (event) => (repeats = event.repeat), { capture: true });
  window.addEventListener("keyup", () => (repeats = false), { capture: true });
}

/**
 * Says something once no key is held any more. A key that is held, as for an approval, repeats by itself, and with each repetition a screen reader
 * falls silent: what is said meanwhile would be heard by nobody.
 */
export function onceUp(say: () => void): void {
  if (repeats) window.addEventListener("keyup", say, { once: true });
  else say();
}
