import type { Server } from "node:http";
import type { Runtime } from "../runtime";

/** After this the process ends whatever is still under way; what was acknowledged is on disk (design: trust R9). */
const HARD_MS = 9_500;
/** How long answers that are under way may take. */
const DRAIN_MS = 6_000;
const LOOK_MS = 50;

/**
 * Stops in order at SIGTERM and SIGINT: readiness says no, waits and streams end with a hint to come back, no new connections, answers under
 * way are finished, the database is closed, exit 0. A second signal ends it at once.
 */
export function stopOnSignal(server: Server, runtime: Runtime, closeScreens: () => Promise<void>): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) process.exit(1);
    stopping = true;
    const { log } = runtime.ctx;
    log.info({ signal }, "stopping");
    setTimeout(() => {
      log.error({}, "could not stop in order in time");
      process.exit(1);
    }, HARD_MS).unref();
    stopInOrder(server, runtime, closeScreens).then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, "could not stop in order");
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

async function stopInOrder(server: Server, runtime: Runtime, closeScreens: () => Promise<void>): Promise<void> {
  runtime.drain();
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  // Connections that an answer has just left idle are kept alive for the next request: there is none.
  const idle = setInterval(() => {
    server.closeIdleConnections();
  }, LOOK_MS);
  const impatient = setTimeout(() => {
    server.closeAllConnections();
  }, DRAIN_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(impatient);
  await closeScreens();
  await runtime.close();
}
