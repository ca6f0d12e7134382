import { createConnection, createServer } from "node:net";
import { onTestFinished } from "vitest";
import { freePort } from "../free-port";

/**
 * Passes everything on, and puts other words into the server's mouth; they have to be as long, since lengths are part of the protocol. Answers
 * the address; ends with the test.
 */
export async function rewritingProxy(serverUrl: string, replaced: string, by: string): Promise<string> {
  if (replaced.length !== by.length) throw new Error("words of another length would break the protocol");
  const server = new URL(serverUrl);
  const port = await freePort();
  const proxy = createServer((client) => {
    const onward = createConnection(Number(server.port), server.hostname);
    onward.on("data", (bytes) => client.write(bytes.toString("latin1").replaceAll(replaced, by), "latin1"));
    client.on("data", (bytes) => onward.write(bytes));
    for (const [one, other] of [
      [client, onward],
      [onward, client],
    ] as const) {
      one.on("close", () => other.destroy());
      one.on("error", () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => proxy.listen(port, "127.0.0.1", resolve));
  onTestFinished(() => {
    proxy.close();
  });
  return Object.assign(new URL(serverUrl), { port: String(port) }).href;
}
