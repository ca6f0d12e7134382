const SHORT_MS = 12;

/** A short tick in the hand where the device can and the person wants it. What it says is always seen as well. */
export function buzz(wanted: boolean): void {
  // Not every browser has it, whatever its type says.
  if (wanted && "vibrate" in navigator) navigator.vibrate(SHORT_MS);
}
