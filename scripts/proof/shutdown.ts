import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import type { BuiltServer, ServerOptions } from "../../test/built-server";
import { startBuiltServer } from "../../test/built-server";
import { freePort } from "../../test/free-port";
import type { Extent, Proof } from "./proof";
import { ShutdownCallers } from "./shutdown-callers";
import type { ShutdownScene } from "./shutdown-scene";
import { openShutdownScene, recordAfter } from "./shutdown-scene";

const SLICE = { waits: 200, streams: 20 };
const FULL = { waits: 1000, streams: 100 };
/** What is promised (design: trust R9): the longest that a deploy waits for the old process. */
const EXIT_MS = 10_000;
/** How long proposals arrive before the server is told to stop. */
const BUSY_MS = 1000;
/** Down for longer than an undo window of five seconds: a decision comes due while nobody is there. */
const DOWN_MS = 3000;
/** Decisions that are held for undo when the server is killed. */
const HELD = 20;

/**
 * SIGTERM while agents wait, follow their events and propose (design: trust R9, R15): the process ends in order and in time, what was acknowledged
 * is there, and every agent asks again and gets its decision, whether it was made before the stop or after the start. Then `kill -9` while decisions
 * are held for undo: none is lost, and no agent has one before its window is over.
 */
export async function shutdown({ full, progress }: Extent): Promise<readonly Proof[]> {
  const size = full ? FULL : SLICE;
  const dataDir = await mkdtemp(path.join(tmpdir(), "countersign-proof-"));
  try {
    const port = await freePort();
    const databaseUrl = `file:${path.join(dataDir, "shutdown.db")}`;
    const whole = await openShutdownScene({ databaseUrl, dataDir, port, waits: size.waits + HELD });
    const scene = { ...whole, waits: whole.waits.slice(0, size.waits) };
    const callers = new ShutdownCallers(scene);
    const first = await startBuiltServer({ port, databaseUrl, dataDir });
    callers.waitForAll();
    callers.followAll(size.streams);
    await callers.allOpen(size.waits + size.streams);
    callers.keepProposing();
    progress(`${String(size.waits)} wait`);
    await pause(BUSY_MS);
    const early = scene.waits.slice(0, Math.floor(scene.waits.length / 2));
    await callers.decide(early, { release: false });
    const stoppedAt = performance.now();
    const code = await first.stop();
    const exitMs = Math.round(performance.now() - stoppedAt);
    const openStreams = callers.following;
    await pause(DOWN_MS);
    progress("starts again");
    const second = await startBuiltServer({ port, databaseUrl, dataDir });
    callers.stopProposing();
    await callers.decide(scene.waits.slice(early.length), { release: true });
    const answered = await callers.everyAnswer();
    await callers.sendUnansweredAgain();
    const struck = await killedWhileHeld(
      second,
      { ...whole, waits: whole.waits.slice(size.waits) },
      { port, databaseUrl, dataDir },
    );
    const stoppedAgain = await struck.server.stop();
    const record = await recordAfter(databaseUrl, callers.acked);
    const seen = { code, stoppedAgain, exitMs, openStreams, answered };
    return [proofOf(size, callers, seen, record), proofOfHeld(callers, struck, record)];
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

interface Struck {
  readonly server: BuiltServer;
  readonly held: number;
  /** Of those, whose window was still open at the kill. */
  readonly openThen: number;
  readonly early: number;
  readonly answered: number;
}

/** Kills the server with every one of these decided and held, starts another, and waits for every answer. */
async function killedWhileHeld(server: BuiltServer, scene: ShutdownScene, options: ServerOptions): Promise<Struck> {
  const callers = new ShutdownCallers(scene);
  callers.waitForAll();
  await callers.allOpen(scene.waits.length);
  await callers.decide(scene.waits, { release: false });
  const killedAt = Date.now();
  await server.kill();
  const next = await startBuiltServer(options);
  const answered = await callers.everyAnswer();
  return { server: next, answered, ...callers.heldAndEarly(killedAt) };
}

function proofOfHeld(
  callers: ShutdownCallers,
  { held, openThen, early, answered: kept }: Struck,
  { ledgerHolds }: Awaited<ReturnType<typeof recordAfter>>,
): Proof {
  const earlyAfterSigterm = callers.heldAndEarly(0).early;
  return {
    name: "shutdown: no decision held for undo is lost to kill -9, or reaches its agent before its time",
    holds: held === HELD && openThen > 0 && kept === HELD && early === 0 && earlyAfterSigterm === 0 && ledgerHolds,
    held,
    openThen,
    kept,
    early,
    earlyAfterSigterm,
  };
}

interface Seen {
  readonly code: number | null;
  readonly stoppedAgain: number | null;
  readonly exitMs: number;
  readonly openStreams: number;
  readonly answered: number;
}

function proofOf(
  size: typeof SLICE,
  { counts: { told, dropped, ended }, acked, tried }: ShutdownCallers,
  { code, stoppedAgain, exitMs, openStreams, answered }: Seen,
  { lost, proposals, ledgerHolds }: Awaited<ReturnType<typeof recordAfter>>,
): Proof {
  // Those that are waited for were there before anybody called.
  const duplicates = proposals - tried.size - size.waits - HELD;
  // Whoever waited at the stop was told to come back, unless the answer came first: nobody's call broke off.
  const inOrder = code === 0 && stoppedAgain === 0 && exitMs <= EXIT_MS && openStreams === 0 && dropped === 0;
  const whole = lost === 0 && duplicates === 0 && ledgerHolds && acked.size > 0;
  return {
    name: "shutdown: SIGTERM under load ends in order, and every agent gets its decision afterwards",
    holds: inOrder && whole && answered === size.waits && told > 0 && ended === size.streams,
    ...size,
    code: String(code),
    exitMs,
    told,
    dropped,
    ended,
    acked: acked.size,
    lost,
    duplicates,
    answered,
    ledgerHolds,
  };
}
