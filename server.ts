import { randomBytes } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { Server, createServer } from "node:http";
import type { Duplex } from "node:stream";
import { apiListener } from "./lib/api/node-listener";
import { openAdminSocket } from "./lib/auth/admin-socket";
import { EnvError, publishMode } from "./lib/env";
import type { Runtime } from "./lib/runtime";
import { getRuntime } from "./lib/runtime";
import { cleanHeaders } from "./lib/server/clean-headers";
import { refusalOfParser, refuseEarly, refuseSocket } from "./lib/server/early-refusal";
import { contentSecurityPolicy, steadyHeaders } from "./lib/server/page-headers";
import { stopOnSignal } from "./lib/server/stop-on-signal";

/**
 * The one process: `/api/v1/*` goes straight to the API, everything else to Next.js. `--dev` runs Next.js with hot reload.
 * Password hashing, file reads and name look-ups share libuv's threads: start with UV_THREADPOOL_SIZE=8 (it is read before any line here runs).
 */
const dev = process.argv.includes("--dev");

const API_PATH = /^\/api\/v1(?:[/?]|$)/;
/** We need no image optimiser, and it has been a way in (design: trust A10). */
const IMAGE_PATH = /^\/_next\/image(?:[/?]|$)/;
const HOT_RELOAD_PATH = "/_next/hmr";

const LIMITS = {
  // A slow sender is let go; waiting for an answer is not limited by these.
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 1_000,
  // Longer than the idle time of the usual proxies, or they reuse a connection that has just been closed.
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16_384,
  // A request without `Host` is answered by us, with the same headers as everything else.
  requireHostHeader: false,
} as const;

async function main(): Promise<void> {
  publishMode(dev);
  const runtime = await getRuntime();
  const { env, ctx } = runtime;
  const steady = steadyHeaders(env.baseUrl.startsWith("https:"));
  // Next.js would answer every Upgrade by itself on the server it is given, which has been a way in (CVE-2026-44578): it gets another one.
  const decoy = new Server();
  const { default: next } = await import("next");
  const screens = next({ dev, dir: ".", hostname: env.host, port: env.port, httpServer: decoy });
  await screens.prepare();

  const server = createServer(LIMITS, listener(runtime, screens.getRequestHandler(), steady));
  server.maxHeadersCount = 100;
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (dev && request.url?.startsWith(HOT_RELOAD_PATH) === true) decoy.emit("upgrade", request, socket, head);
    else refuseSocket(socket, { status: 426, detail: "this server speaks plain HTTP/1.1 only" }, steady);
  });
  server.on("checkExpectation", (_request: IncomingMessage, response: ServerResponse) => {
    refuseEarly(response, { status: 417, detail: "only `Expect: 100-continue` is understood" }, steady);
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code === "ECONNRESET") socket.destroy();
    else refuseSocket(socket, refusalOfParser(error.code), steady);
  });
  process.on("unhandledRejection", (reason) => {
    ctx.log.error({ err: reason }, "a failure that nobody awaited");
  });
  process.on("uncaughtException", (error) => {
    ctx.log.error({ err: error }, "a failure that nobody caught");
  });
  stopOnSignal(server, runtime, () => screens.close());
  await listen(server, env.port, env.host);
  await openAdminSocket(ctx, env.dataDir);
  process.stdout.write(`countersign is ready at ${env.baseUrl}\n`);
}

function listener(
  runtime: Runtime,
  screens: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  steady: Readonly<Record<string, string>>,
): RequestListener {
  const { env, ctx, api } = runtime;
  const https = env.baseUrl.startsWith("https:");
  const answerApi = apiListener(api, ctx.log);
  return (request: IncomingMessage, response: ServerResponse) => {
    const url = request.url ?? "";
    if (!url.startsWith("/") || (request.httpVersion === "1.1" && request.headers.host === undefined)) {
      refuseEarly(response, { status: 400, detail: "send a path on this server, and its name in `Host`" }, steady);
    } else if (API_PATH.test(url)) {
      answerApi(request, response);
    } else if (IMAGE_PATH.test(url)) {
      refuseEarly(response, { status: 404, detail: "there is no such page" }, steady);
    } else {
      const nonce = randomBytes(16).toString("base64");
      const policy = contentSecurityPolicy(nonce, { dev, https });
      cleanHeaders(request, { trustProxy: env.trustProxy, nonce, policy });
      for (const [name, value] of Object.entries(steady)) response.setHeader(name, value);
      response.setHeader("content-security-policy", policy);
      screens(request, response).catch((error: unknown) => {
        ctx.log.error({ err: error }, "a page could not be answered");
        if (response.headersSent) response.destroy();
        else refuseEarly(response, { status: 500, detail: "something failed here: load the page again" }, steady);
      });
    }
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.removeListener("error", reject);
      resolve();
    });
  });
}

main().catch((error: unknown) => {
  const says = error instanceof Error ? error.message : String(error);
  process.stderr.write(`countersign did not start: ${says}\n`);
  if (error instanceof Error && !(error instanceof EnvError) && dev) process.stderr.write(`${error.stack ?? ""}\n`);
  process.exit(1);
});
