/** Runs inside the page: how many keys were pressed in it, and how often was a pointer used? Plain JavaScript, because it is handed to the browser as it is. */
(() => {
  const effort = { keys: 0, pointers: 0 };
  globalThis.countersignEffort = effort;
  addEventListener("keydown", () => (effort.keys += 1), true);
  for (const type of ["pointerdown", "pointermove", "click", "wheel"]) {
    // A key on a focused button makes a click that no pointer made.
    addEventListener(type, (event) => (effort.pointers += type === "click" && event.detail === 0 ? 0 : 1), true);
  }
})();
