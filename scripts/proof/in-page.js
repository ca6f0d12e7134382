/**
 * Runs inside the page: how long after another card had been put there, and after the window had got the focus, did the last key or click come,
 * and on which? Plain JavaScript, because it is handed to the browser as it is. The card counts from its first frame, so a figure below the limit is
 * never too high.
 */
(() => {
  let shown = "";
  let shownAt = 0;
  let attendedAt = 0;
  const waited = { card: 0, focus: 0 };
  let pressedOn = "";
  globalThis.countersignInput = { waited: (since) => waited[since], pressedOn: () => pressedOn };

  const heading = () => document.querySelector("article h2[id^='card-']")?.id ?? "";

  const look = () => {
    if (heading() !== shown) {
      shown = heading();
      shownAt = performance.now();
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  addEventListener("focus", (event) => {
    attendedAt = event.timeStamp;
  });
  for (const type of ["keydown", "click"]) {
    // Reckoned when it happens: after a decision another card is there.
    addEventListener(
      type,
      (event) => {
        pressedOn = heading();
        if (type === "keydown" && (event.repeat || !["a", "r", "Enter"].includes(event.key))) return;
        waited.card = event.timeStamp - shownAt;
        waited.focus = event.timeStamp - attendedAt;
      },
      true,
    );
  }
})();
