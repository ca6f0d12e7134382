import type { RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { AppError } from "../services/app-error";
import type { Log } from "../services/context";
import { respond } from "./answer";
import type { Api } from "./create-api";
import { problemAnswer } from "./problem-answer";

/** The API as a listener of Node's own HTTP server: the server's door. */
export function apiListener(api: Api, log: Log): RequestListener {
  const listen = getRequestListener((request, bindings) => api.fetch(request, bindings), {
    // Stands in for a missing `Host`, which HTTP/1.0 allows; nothing is derived from it.
    hostname: "localhost",
    // The framework in this process has its own ideas of Request and Response: they stay as they are.
    overrideGlobalObjects: false,
    errorHandler: (error) => {
      log.info({ reason: error instanceof Error ? error.message : "unknown" }, "a request could not be read");
      const refusal = new AppError("invalid_request", "the address or the `Host` of this request cannot be read");
      return respond(problemAnswer(refusal, "none", log), "none", undefined);
    },
  });
  return (request, response) => {
    void listen(request, response);
  };
}
