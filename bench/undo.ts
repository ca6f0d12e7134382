import { Agent } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

import { signInOverHttp } from "./person-session";
import type { Row } from "./row";
import { below } from "./row";
import type { ServerUnderTest } from "./server-under-test";
import { serverUnderTest } from "./server-under-test";
import { decideOne, postAsPerson, propose, watch } from "./wake";

const HELD = 200;
/** How far the end of an undo window may be missed, on either side (design: review §8, 13). */
const AWAY_MS = 250;
/** After this long an answer counts as never given. */
const LOST_MS = 30_000;

interface Ended {
  /** Milliseconds from the end of the window until the waiting agent had its answer: negative where that came early. */
  readonly late: readonly number[];
  readonly takenBack: number;
  /** Of those that were to be taken back: it was too late, or an agent was answered all the same. */
  readonly notTakenBack: number;
}

/**
 * Of decisions that are held for undo, one half is left to run, and their agents wait; the other is taken back a quarter of a second before its window
 * ends, and reaches nobody. Where one of these does, the row cannot hold.
 */
export async function undoRows(): Promise<readonly Row[]> {
  // A key may have a hundred calls waiting.
  const under = await serverUnderTest({ agents: 4 });
  try {
    const { late, takenBack, notTakenBack } = await endOfWindows(under);
    const [least, most] = [Math.min(...late), Math.max(...late)];
    const answers = `${String(late.length)} answers ${least.toFixed(0)} to ${most.toFixed(0)} ms after the end`;
    const says = `absolute; ${answers}, ${String(takenBack)} of ${String(takenBack + notTakenBack)} undone ${String(AWAY_MS)} ms before it`;
    const value = notTakenBack > 0 ? Infinity : Math.max(-least, most);
    return [below({ name: "undo_window", value, unit: "ms" }, AWAY_MS, says)];
  } finally {
    await under.stop();
  }
}

async function endOfWindows(under: ServerUnderTest): Promise<Ended> {
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  const cookie = await signInOverHttp(under.url);
  const watching = { url: under.url, agent, answered: new Map<string, number>(), over: false };
  const endsAt = new Map<string, number>();
  const undos: Promise<boolean>[] = [];
  const watchers: Promise<void>[] = [];
  try {
    const left: Promise<void>[] = [];
    for (let number = 0; number < HELD; number += 1) {
      const one = await propose(under, number);
      const waits = watch(watching, one);
      watchers.push(waits);
      const end = await decideOne(under.url, cookie, one.id);
      if (number % 2 === 0) {
        endsAt.set(one.id, end);
        left.push(waits);
      } else undos.push(undoneBefore(under.url, cookie, one.id, end));
    }
    await Promise.race([Promise.all([...left, ...undos]), pause(LOST_MS)]);
    // What was taken back last could still be answered.
    await pause(2 * AWAY_MS);
  } finally {
    watching.over = true;
    agent.destroy();
  }
  await Promise.all(watchers);
  const late = [...endsAt].map(([id, end]) => performance.timeOrigin + (watching.answered.get(id) ?? Infinity) - end);
  const refused = (await Promise.all(undos)).filter((undone) => !undone).length;
  const notTakenBack = Math.max(refused, watching.answered.size - late.length);
  return { late, takenBack: undos.length - notTakenBack, notTakenBack };
}

/** Takes a decision back shortly before its window ends; false where that was refused. */
async function undoneBefore(url: string, cookie: string, proposal: string, end: number): Promise<boolean> {
  await pause(end - AWAY_MS - Date.now());
  return postAsPerson(url, cookie, "undo", { proposal }).then(
    () => true,
    () => false,
  );
}
