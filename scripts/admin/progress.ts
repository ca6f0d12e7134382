const SILENT_MS = 1_000;
const EVERY_MS = 100;

/** Shows how far something is on a terminal once it takes more than a second; call `end` when it is over. Elsewhere it stays silent. */
export function progress(what: string): { readonly step: (done: number, total: number) => void; readonly end: () => void } {
  const started = Date.now();
  const shows = process.stderr.isTTY;
  let paintedAt = 0;
  return {
    step: (done, total) => {
      const now = Date.now();
      if (!shows || now - started < SILENT_MS || now - paintedAt < EVERY_MS) return;
      paintedAt = now;
      const share = total === 0 ? 100 : Math.floor((done / total) * 100);
      process.stderr.write(`\r\u001b[K${what}: ${done.toLocaleString("en")} of ${total.toLocaleString("en")} (${share} %)`);
    },
    end: () => {
      if (paintedAt > 0) process.stderr.write("\r\u001b[K");
    },
  };
}
