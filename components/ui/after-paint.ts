/**
 * Does something once the frame that is being prepared is on the glass: for what nobody has to see at once, so that what was asked for comes
 * first. At once in a page that nobody sees, where no frame comes. Returns what calls it off.
 */
export function afterPaint(work: () => void): () => void {
  let task: ReturnType<typeof setTimeout> | undefined;
  if (document.visibilityState !== "visible") {
    task = setTimeout(work);
    return () => {
      clearTimeout(task);
    };
  }
  const frame = requestAnimationFrame(() => {
    // A frame's callbacks run before it is painted; the next task comes after.
    task = setTimeout(work);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(task);
  };
}
