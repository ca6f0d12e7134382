import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

/** How a program ended, what it printed and what it said on the other stream. */
export interface Ended {
  readonly code: number | null;
  readonly printed: string;
  readonly said: string;
}

/** Runs one of our programs from its source, as npm does, with `more` in its environment and no agent's key but one that is among it. */
export async function runScript(file: string, args: readonly string[], more: Readonly<Record<string, string>>): Promise<Ended> {
  const { COUNTERSIGN_KEY: _key, ...env } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", file, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...env, ...more },
  });
  const [, printed, said] = await Promise.all([once(child, "exit"), text(child.stdout), text(child.stderr)]);
  return { code: child.exitCode, printed, said };
}
