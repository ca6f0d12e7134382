import { openApiText } from "../../contract/openapi";
import { healthLive, healthReady, metrics, openApi, receiptKeys } from "../../contract/service-endpoints";
import { AppError } from "../../services/app-error";
import { json, textAnswer } from "../answer";
import type { ApiParts } from "../api-parts";
import type { Route } from "../route";
import { forAnyone, forScrapers } from "../route";

/** Sections are counted no further than this for a scrape. */
const COUNT_CAP = 1000;

export const serviceRoutes: readonly Route[] = [
  forAnyone(receiptKeys, ({ parts }) => Promise.resolve(json(200, parts.ctx.receipts.jwks, { "cache-control": "max-age=300" }))),

  forAnyone(healthLive, () => Promise.resolve(json(200, { status: "ok" }))),

  forAnyone(healthReady, async ({ parts }) => {
    if (!(await isReady(parts))) throw new AppError("unavailable", "not ready: the server's log says why");
    return json(200, { status: "ok" });
  }),

  forAnyone(openApi, ({ parts }) =>
    Promise.resolve(
      textAnswer("application/json; charset=utf-8", openApiText(parts.ctx.baseUrl), { "cache-control": "no-cache" }),
    ),
  ),

  forScrapers(metrics, async ({ parts }) =>
    textAnswer("text/plain; version=0.0.4; charset=utf-8", await parts.metrics.text(parts.ctx, COUNT_CAP)),
  ),
];

/** True when a proposal could be taken, judged and answered now. Says no more to anyone: the reasons are for the log. */
async function isReady({ ctx, serving }: ApiParts): Promise<boolean> {
  if (!serving() || ctx.live.policy === null) return false;
  try {
    return await ctx.store.ready();
  } catch (error) {
    ctx.log.warn({ err: error }, "readiness could not be asked");
    return false;
  }
}
