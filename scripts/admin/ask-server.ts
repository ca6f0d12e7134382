import { createConnection } from "node:net";
import * as z from "zod";

import type { AdminCommand, AdminResult } from "../../lib/auth/admin-commands";
import { readAdminResult } from "../../lib/auth/admin-commands";
import { refusalText } from "./refusal-text";

const Answer = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), result: z.unknown() }),
  z.object({
    ok: z.literal(false),
    code: z.string(),
    detail: z.string(),
    issues: z.array(z.object({ path: z.string(), says: z.string() })),
  }),
]);

/** A refusal by the running server, in its own words. */
export class ServerRefusal extends Error {
  override readonly name = "ServerRefusal";
}

/** Has the running server carry the command out. Null when no server listens there; throws what it refuses. */
export async function askServer(file: string | null, command: AdminCommand): Promise<AdminResult | null> {
  const line = file === null ? null : await exchange(file, JSON.stringify(command));
  if (line === null) return null;
  const answer = Answer.parse(JSON.parse(line));
  if (answer.ok) return readAdminResult(answer.result);
  throw new ServerRefusal(refusalText(answer.detail, answer.issues));
}

function exchange(file: string, line: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(file);
    let received = "";
    socket.setEncoding("utf8");
    socket.on("connect", () => socket.write(`${line}\n`));
    socket.on("data", (chunk: string) => {
      received += chunk;
    });
    socket.on("error", (error: NodeJS.ErrnoException) => {
      // No socket, or one that a killed server left behind: nobody is there to ask.
      if (error.code === "ENOENT" || error.code === "ECONNREFUSED") resolve(null);
      else reject(error);
    });
    socket.on("end", () => {
      if (received.endsWith("\n")) resolve(received);
      else reject(new Error("the server stopped before it answered: look at what it did, then try again"));
    });
  });
}
