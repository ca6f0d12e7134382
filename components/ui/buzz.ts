const SHORT_MS = 12;

/** A short tick in the hand where the device can. What it says is always seen as well. */
export function buzz(): void {
  // Not every browser has it, whatever its type says.
  if ("vibrate" in navigator) navigator.vibrate(SHORT_MS);
}
