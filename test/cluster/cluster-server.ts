import { createServer } from "node:http";
import { apiListener } from "../../lib/api/node-listener";
import { getRuntime } from "../../lib/runtime";

/** One server process without screens: the product's own runtime and API on PORT. Says `ready` once it listens; ends on SIGTERM. */
const runtime = await getRuntime();
const { api, ctx, env } = runtime;
const server = createServer({ keepAliveTimeout: 65_000 }, apiListener(api, ctx.log));
server.listen(env.port, env.host, () => process.stdout.write("ready\n"));
process.once("SIGTERM", () => {
  server.close();
  void runtime.close().then(() => {
    server.closeAllConnections();
    process.exit(0);
  });
});
