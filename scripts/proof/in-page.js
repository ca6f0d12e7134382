/**
 * Runs inside the page: how long after another card had been put there did the last key or click come, and on which? Plain JavaScript,
 * because it is handed to the browser as it is. The card counts from its first frame, so a figure below the limit is never too high.
 */
(() => {
  let shown = "";
  let shownAt = 0;
  let waited = 0;
  let pressedOn = "";
  globalThis.countersignInput = { waited: () => waited, pressedOn: () => pressedOn };

  const heading = () => document.querySelector("article h2[id^='card-']")?.id ?? "";

  const look = () => {
    if (heading() !== shown) {
      shown = heading();
      shownAt = performance.now();
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  for (const type of ["keydown", "click"]) {
    // Reckoned when it happens: after a decision another card is there.
    addEventListener(
      type,
      (event) => {
        pressedOn = heading();
        if (type === "click" || (!event.repeat && (event.key === "a" || event.key === "r"))) waited = event.timeStamp - shownAt;
      },
      true,
    );
  }
})();
