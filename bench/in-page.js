/**
 * Runs inside the page: when did something stand on the glass? Plain JavaScript, because it is handed to the browser as it is.
 * `countersignBench.headingPaintedAt` is set once; `countersignBench.paints` grows with each press of A by the card that came, `countersignBench.shifts` with
 * everything that moved inside the card without being asked to.
 */
(() => {
  const HEADING = "article h2[id^='card-']";
  const bench = { headingPaintedAt: 0, paints: [], shifts: [] };
  globalThis.countersignBench = bench;

  /** Calls back in the first task after the frame that is being prepared: then it has been painted. */
  const afterPaint = (callback) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = callback;
    port2.postMessage(null);
  };
  const shown = () => document.querySelector(HEADING)?.id ?? "";
  const whenShown = (isThere, callback) => {
    const look = () => (isThere() ? afterPaint(callback) : requestAnimationFrame(look));
    requestAnimationFrame(look);
  };

  new PerformanceObserver((list) => {
    for (const { startTime, value, sources } of list.getEntries()) {
      if (sources.some(({ node }) => node?.parentElement?.closest("article"))) bench.shifts.push({ at: startTime, value });
    }
  }).observe({ type: "layout-shift", buffered: true });

  whenShown(
    () => shown() !== "",
    () => (bench.headingPaintedAt = performance.now()),
  );
  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "a") return;
      const before = shown();
      whenShown(
        () => shown() !== "" && shown() !== before,
        () => bench.paints.push({ card: shown(), took: performance.now() - event.timeStamp }),
      );
    },
    true,
  );
})();
