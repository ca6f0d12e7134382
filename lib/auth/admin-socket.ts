import { rmSync } from "node:fs";
import type { Socket } from "node:net";
import { createServer } from "node:net";
import path from "node:path";

import { isAppError } from "../services/app-error";
import type { Context } from "../services/context";
import { readAdminCommand, runAdminCommand } from "./admin-commands";

/** The operating system takes no longer names (`sun_path`, 104 bytes on macOS, 108 on Linux). */
const PATH_BYTES_MAX = 100;
/** A policy document of 4 MB, each character escaped in JSON. */
const LINE_LENGTH_MAX = 8 * 1024 * 1024;
const IDLE_MS = 30_000;

/** Where a server listens for its own command line, or null when the data directory's path is too long for a socket. */
export function adminSocketPath(dataDir: string): string | null {
  const file = path.join(dataDir, "admin.sock");
  return Buffer.byteLength(file) <= PATH_BYTES_MAX ? file : null;
}

/** Opens the command line's way in beside the data. A server that cannot have one serves all the same, and says so in its log. */
export async function openAdminSocket(ctx: Context, dataDir: string): Promise<void> {
  const file = adminSocketPath(dataDir);
  try {
    if (file === null) throw new Error(`the path of ${dataDir} is too long for a socket`);
    await startAdminSocket(ctx, file);
  } catch (error) {
    ctx.log.warn({ err: error }, "the command line cannot change anything while this server runs");
  }
}

/**
 * Lets the command line change people, keys and policy while the server runs: a second process could not, because one SQLite file has one writer. Only
 * the server's own user may connect (mode 0600). One command a connection: a line of JSON each way. Answers the way to stop it.
 *
 * Call it once the database is open for writing: a socket that is there already was left by a server that was killed.
 */
export async function startAdminSocket(ctx: Context, file: string): Promise<() => Promise<void>> {
  const server = createServer((socket) => {
    serve(ctx, socket);
  });
  rmSync(file, { force: true });
  // Set before the name exists, so that there is no moment at which others could connect.
  const before = process.umask(0o177);
  try {
    server.listen(file);
  } finally {
    process.umask(before);
  }
  await new Promise<void>((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", reject);
  });
  server.unref();
  return () =>
    new Promise((resolve) => {
      server.close(() => {
        resolve();
      });
    });
}

function serve(ctx: Context, socket: Socket): void {
  let received = "";
  let answered = false;
  const answer = (value: unknown): void => {
    if (answered) return;
    answered = true;
    socket.end(`${JSON.stringify(value)}\n`);
  };
  socket.setEncoding("utf8");
  socket.setTimeout(IDLE_MS, () => socket.destroy());
  socket.on("error", () => socket.destroy());
  socket.on("data", (chunk: string) => {
    received += chunk;
    const end = received.indexOf("\n");
    if (received.length > LINE_LENGTH_MAX)
      answer({ ok: false, code: "payload_too_large", detail: "the command is too long", issues: [] });
    else if (end >= 0 && !answered) void carryOut(ctx, received.slice(0, end)).then(answer);
  });
}

async function carryOut(ctx: Context, line: string): Promise<unknown> {
  try {
    const command: unknown = JSON.parse(line);
    return { ok: true, result: await runAdminCommand(ctx, readAdminCommand(command)) };
  } catch (error) {
    if (isAppError(error)) return { ok: false, code: error.code, detail: error.detail, issues: error.issues };
    if (error instanceof SyntaxError) return { ok: false, code: "invalid_json", detail: "send one line of JSON", issues: [] };
    ctx.log.error({ err: error }, "a command of the command line failed");
    return { ok: false, code: "internal", detail: "something failed here: the server's log says what", issues: [] };
  }
}
