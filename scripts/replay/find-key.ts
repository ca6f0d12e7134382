import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import path from "node:path";

import { adminSocketPath } from "../../lib/auth/admin-socket";
import { isLoopbackUrl } from "../../lib/domain/loopback";
import { createPrivateFile, readPrivateFile } from "../../lib/private-file";
import { askServer } from "../admin/ask-server";

export interface KeySources {
  /** What `--key` holds. */
  readonly given: string | undefined;
  /** What `COUNTERSIGN_KEY` holds. */
  readonly environment: string | undefined;
  readonly url: string;
  /** Where a server of this machine may keep its data. */
  readonly dataDirs: readonly string[];
  /** The agent that the recording names. */
  readonly agent: string;
}

export interface FoundKey {
  readonly key: string;
  /** Where it comes from, in words. */
  readonly from: string;
}

/**
 * The key to play a recording with: the one that was given, the environment's, or one that a server of this machine makes for the recorded agent
 * over its own socket, which only its own user may open. Such a key is kept beside the server's signing keys and used again for as long as it
 * works; it is never sent to another machine, and counts only when the server at `url` knows it: two may run here. Null when there is none.
 */
export async function findKey({ given, environment, url, dataDirs, agent }: KeySources): Promise<FoundKey | null> {
  if (given !== undefined) return { key: given, from: "the key of --key" };
  if (environment !== undefined && environment !== "") return { key: environment, from: "the key of COUNTERSIGN_KEY" };
  if (!isLoopbackUrl(url)) return null;
  for (const folder of dataDirs) {
    const file = keptFile(folder, agent);
    const kept = readPrivateFile(file);
    if (kept !== null && (await isKnown(url, kept)))
      return { key: kept, from: `the key for the agent ${agent} that an earlier replay kept in ${folder}` };
    const made = await askServer(adminSocketPath(folder), { command: "key.create", input: { agent, label: "replay" } });
    if (made?.command !== "key.create" || !(await isKnown(url, made.key))) continue;
    rmSync(file, { force: true });
    createPrivateFile(file, made.key);
    const from = `a new key ${made.keyId} for the agent ${agent}, made by the server of ${folder}`;
    return { key: made.key, from };
  }
  return null;
}

/** An agent's name may be any text, a file's not. */
function keptFile(folder: string, agent: string): string {
  return path.join(folder, `replay-key-${createHash("sha256").update(agent).digest("hex").slice(0, 16)}`);
}

async function isKnown(url: string, key: string): Promise<boolean> {
  const answer = await fetch(new URL("/api/v1/policy/version", url), { headers: { authorization: `Bearer ${key}` } }).catch(
    () => null,
  );
  await answer?.body?.cancel();
  return answer?.ok === true;
}
