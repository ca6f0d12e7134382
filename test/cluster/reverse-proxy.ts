import type { IncomingMessage, ServerResponse } from "node:http";
import { Agent, createServer, request as send } from "node:http";
import type { AddressInfo } from "node:net";

export interface ReverseProxy {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * A plain reverse proxy: each request goes to the next server in turn, and to the one after it when nobody listens there. A server that
 * dies over a request is a 502, as with any other proxy.
 */
export async function reverseProxy(ports: () => readonly number[]): Promise<ReverseProxy> {
  const agent = new Agent({ keepAlive: false });
  let turn = 0;
  const pass = (request: IncomingMessage, response: ServerResponse, body: Buffer, left: number): void => {
    const targets = ports();
    turn += 1;
    const port = targets[turn % targets.length];
    const onward = send({ agent, host: "127.0.0.1", port, path: request.url, method: request.method, headers: request.headers });
    onward.on("response", (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      answer.on("error", () => response.destroy());
    });
    onward.on("error", (error: NodeJS.ErrnoException) => {
      if (response.headersSent) response.destroy();
      else if (error.code === "ECONNREFUSED" && left > 0) pass(request, response, body, left - 1);
      else response.writeHead(502).end();
    });
    response.on("close", () => onward.destroy());
    onward.end(body);
  };
  const proxy = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      pass(request, response, Buffer.concat(chunks), 3);
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- a listening TCP server has such an address
  const { port } = proxy.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    close: () =>
      new Promise((resolve) => {
        proxy.closeAllConnections();
        proxy.close(() => {
          resolve();
        });
      }),
  };
}
