import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";

import { SERVER_FLAGS } from "../scripts/server-flags.mjs";

export interface BuiltServer {
  readonly url: string;
  /** Sends SIGTERM and waits for the end; answers the exit code, null where a signal ended it. */
  readonly stop: () => Promise<number | null>;
  /** `kill -9`: the end comes with no word to the server. Answers the signal that ended it, null where it had ended by itself. */
  readonly kill: () => Promise<NodeJS.Signals | null>;
}

export interface ServerOptions {
  readonly port: number;
  readonly databaseUrl: string;
  readonly dataDir: string;
}

const READY_ATTEMPTS = 600;
const ATTEMPT_MS = 100;

/** Starts the built server as it runs in production, and answers once it is ready. Throws when it does not become so within a minute. */
export async function startBuiltServer({ port, databaseUrl, dataDir }: ServerOptions): Promise<BuiltServer> {
  const url = `http://127.0.0.1:${String(port)}`;
  const server = spawn(process.execPath, [...SERVER_FLAGS, "dist/server.js"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      UV_THREADPOOL_SIZE: "8",
      PORT: String(port),
      COUNTERSIGN_DATABASE_URL: databaseUrl,
      COUNTERSIGN_DATA_DIR: dataDir,
      COUNTERSIGN_LOG_LEVEL: "error",
      NEXTAUTH_URL: url,
    },
  });
  const ended = once(server, "exit");
  for (let attempt = 0; !(await isReady(url)); attempt += 1) {
    if (attempt === READY_ATTEMPTS || server.exitCode !== null) {
      server.kill("SIGKILL");
      throw new Error("the server did not become ready: was it built?");
    }
    await pause(ATTEMPT_MS);
  }
  return {
    url,
    stop: async () => {
      server.kill("SIGTERM");
      await ended;
      return server.exitCode;
    },
    kill: async () => {
      server.kill("SIGKILL");
      await ended;
      return server.signalCode;
    },
  };
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/api/v1/health/ready`).catch(() => null);
  return answer?.ok === true;
}
