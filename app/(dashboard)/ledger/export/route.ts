import { expected, toProblem } from "../../../../lib/api/problem-answer";
import { authenticatePerson } from "../../../../lib/auth/authenticate-person";
import { refuseCrossSite } from "../../../../lib/auth/same-origin";
import { getRuntime } from "../../../../lib/runtime";
import { exportLedger } from "../../../../lib/services/ledger/export-ledger";
import { requirePermission } from "../../../../lib/services/require-permission";

/** The whole record as JSON lines with a signed manifest at the end, streamed. For admins and auditors; the export is itself an entry, so it is a POST: no GET changes anything. */
export async function POST(request: Request): Promise<Response> {
  const { ctx, sessionSecret } = await getRuntime();
  try {
    refuseCrossSite(request, ctx.baseUrl);
    const person = await authenticatePerson(ctx, sessionSecret, request.headers.get("cookie"));
    requirePermission(person, "ledger.export");
    const day = new Date(ctx.clock()).toISOString().slice(0, 10);
    return new Response(streamOf(exportLedger(ctx, person)), {
      headers: {
        "content-type": "application/x-ndjson; charset=utf-8",
        "content-disposition": `attachment; filename="countersign-ledger-${day}.jsonl"`,
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    const problem = toProblem(expected(error), "none");
    if (problem.status >= 500) ctx.log.error({ err: error }, "the ledger could not be exported");
    return Response.json(problem, {
      status: problem.status,
      headers: { "content-type": "application/problem+json; charset=utf-8", "cache-control": "no-store" },
    });
  }
}

/** Each line with its line feed, read from the database only as fast as it is taken. A failure half-way ends the file without its manifest. */
function streamOf(lines: AsyncGenerator<string, void, undefined>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const step = await lines.next();
      if (step.done === true) controller.close();
      else controller.enqueue(encoder.encode(`${step.value}\n`));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}
