import { once } from "node:events";
import { createServer } from "node:http";

import { freePort } from "../../test/free-port";

/** An address beside the server under test; whatever asks it for something was made to by what an agent wrote. */
export interface CanaryCollector {
  readonly origin: string;
  /** How often it was asked since it was last asked this. */
  readonly taken: () => number;
  /** What it answers at its root, as a page that nothing protects. */
  readonly serve: (html: string) => void;
  readonly stop: () => Promise<void>;
}

/** Answers everything and counts it, but for its own page. */
export async function canaryCollector(): Promise<CanaryCollector> {
  let asked = 0;
  let page = "";
  const server = createServer((request, response) => {
    if (request.url !== "/" && request.url !== "/favicon.ico") asked += 1;
    response.setHeader("content-type", request.url === "/" ? "text/html; charset=utf-8" : "text/plain");
    response.end(request.url === "/" ? page : "");
  });
  const port = await freePort();
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    taken: () => {
      const count = asked;
      asked = 0;
      return count;
    },
    serve: (html) => {
      page = html;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
