import {
  readPastLines as readPastLinesEndpoint,
  readPolicyShadow,
  readWhatIf as readWhatIfEndpoint,
  recountWhatIf,
  tryPolicyRule,
} from "../../contract/measure-endpoints";
import { toQueueRow } from "../../contract/queue-view";
import type { PastColumns, RecountLine, TryRuleLine } from "../../contract/what-if";
import { packColumns } from "../../contract/what-if";
import { columnsOf } from "../../domain/measure/history-columns";
import { WHAT_IF_DAYS } from "../../domain/measure/windows";
import { isAppError } from "../../services/app-error";
import type { Context } from "../../services/context";
import type { Past } from "../../services/measure/read-past";
import { readPastLines, readWhatIf, recount } from "../../services/measure/recount";
import { countTrial, readTrial } from "../../services/measure/try-rule";
import { readShadow } from "../../services/policy-drafts/read-drafts";
import { usablePolicy } from "../../services/policy/read-saved";
import { requirePermission } from "../../services/require-permission";
import { namesOf } from "../../services/triage/names-of";
import { peopleIn } from "../../services/triage/read-queue";
import { json } from "../answer";
import type { Route } from "../route";
import { forPeopleWithBody, forPeopleWithQuery } from "../route";

export const peopleMeasureRoutes: readonly Route[] = [
  forPeopleWithQuery(readWhatIfEndpoint, async ({ parts: { ctx }, query }, actor) => {
    const { past, policyVersion } = await readWhatIf(ctx, actor, query.days ?? WHAT_IF_DAYS);
    return json(200, await toPastColumns(ctx, past, policyVersion));
  }),

  forPeopleWithBody(recountWhatIf, ({ parts: { ctx } }, actor, { value }) => {
    // Refused before the stream begins, so that the refusal has its status.
    requirePermission(actor, "policy.save");
    usablePolicy(value.text);
    const { from, until, kind, agent, text } = value;
    const body = lines<RecountLine>(ctx, async (say) => {
      const counted = await recount(ctx, actor, { text, window: { from, until }, kind, agentId: agent }, (done, total) => {
        say({ done, total });
      });
      const { policyVersion, figures, draft } = counted;
      const columns = draft === null ? null : await toPastColumns(ctx, draft, policyVersion);
      return { policyVersion, figures: { ...figures, ...mutable(figures) }, draft: columns };
    });
    return Promise.resolve({ status: 200, headers: { "content-type": "application/x-ndjson; charset=utf-8" }, body });
  }),

  forPeopleWithBody(tryPolicyRule, ({ parts: { ctx } }, actor, { value }) => {
    const trial = readTrial(actor, value);
    const body = lines<TryRuleLine>(ctx, async (say, signal) => {
      const tried = await countTrial(ctx, trial, (done, total) => say({ done, total }), signal);
      return { ...tried, worst: tried.worst.map((line) => ({ ...line })) };
    });
    return Promise.resolve({ status: 200, headers: { "content-type": "application/x-ndjson; charset=utf-8" }, body });
  }),

  forPeopleWithQuery(readPolicyShadow, async ({ parts: { ctx }, query }, actor) => {
    const shadow = await readShadow(ctx, actor, query.draft);
    return json(200, { ...shadow, worst: shadow.worst.map((line) => ({ ...line })) });
  }),

  forPeopleWithQuery(readPastLinesEndpoint, async ({ parts: { ctx }, query }, actor) => {
    const rows = await readPastLines(ctx, actor, query.ids);
    const names = await namesOf(ctx, rows.flatMap(peopleIn));
    return json(200, { items: rows.map((row) => toQueueRow(row, names)) });
  }),
];

async function toPastColumns(ctx: Context, past: Past, policyVersion: number): Promise<PastColumns> {
  const columns = columnsOf(past.items);
  const names = new Map<string, string>((await ctx.store.read.agents()).map(({ id, name }) => [id, name]));
  return {
    policyVersion,
    ...past.window,
    items: columns.count,
    unreplayable: past.unreplayable,
    truncated: past.truncated,
    reviewers: past.reviewers,
    agents: columns.agents.map((id) => ({ id, name: names.get(id) ?? id })),
    ...packColumns(columns),
  };
}

type Refused = Extract<RecountLine, { readonly refused: unknown }>;

/** Lines as they come; a failure half-way is a line too, since the status is gone by then. `signal` tells that nobody reads them any more. */
function lines<Line>(
  ctx: Context,
  work: (say: (line: Line) => void, signal: AbortSignal) => Promise<Line>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const reading = new AbortController();
  const { signal } = reading;
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      const say = (line: Line | Refused): void => {
        if (!signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      try {
        say(await work(say, signal));
      } catch (error) {
        if (!isAppError(error)) ctx.log.error({ error }, "a recount failed");
        const code = isAppError(error) ? error.code : "internal";
        say({ refused: { code, detail: isAppError(error) ? error.message : "this failed here: try again" } });
      }
      if (!signal.aborted) controller.close();
    },
    cancel() {
      reading.abort();
    },
  });
}

/** The contract's arrays can be written to; the domain's cannot. */
function mutable({ loosened, tightened, milder, stricter, worst }: Awaited<ReturnType<typeof recount>>["figures"]) {
  return {
    loosened: [...loosened],
    tightened: [...tightened],
    milder: [...milder],
    stricter: [...stricter],
    worst: [...worst],
  };
}
