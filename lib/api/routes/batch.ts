import type * as z from "zod";
import { proposeBatch as proposeBatchEndpoint } from "../../contract/agent-endpoints";
import type { BatchResult } from "../../contract/listing";
import { LIMITS, ProposalInput } from "../../contract/proposal";
import { toProposal } from "../../contract/proposal-view";
import type { Json } from "../../domain/json";
import type { JsonElement } from "../../domain/strict-json";
import { AppError, isAppError } from "../../services/app-error";
import { proposeBatch } from "../../services/propose-batch";
import { json } from "../answer";
import { toProblem } from "../problem-answer";
import type { BodyText } from "../read-body";
import { readBody, strictJson, strictJsonArray } from "../read-body";
import { idempotencyKey } from "../request-headers";
import type { Route } from "../route";
import { forAgents, parseBody } from "../route";

type Item = { readonly input: ProposalInput; readonly raw: string } | AppError;

/** Room for `/99` after the caller's key. */
const SUFFIX = 5;

export const batchRoutes: readonly Route[] = [
  forAgents(proposeBatchEndpoint, async ({ parts, request, requestId }, actor) => {
    const { ctx } = parts;
    const key = idempotencyKey(request, LIMITS.idempotencyKeyLength - SUFFIX);
    const items = itemsOf(await readBody(request, { bytesMax: LIMITS.batchBytes, takesLines: true }));
    const sound = items.flatMap((item, index) =>
      isAppError(item)
        ? []
        : [{ index, input: item.input, raw: item.raw, idempotencyKey: key === null ? null : `${key}/${String(index)}` }],
    );
    const answers = await parts.inFlight.only(
      actor.agentId,
      sound.map((item) => item.idempotencyKey),
      () => proposeBatch(ctx, actor, sound),
    );
    const answered = new Map(sound.map(({ index }, position) => [index, answers[position]]));
    const results = items.map((item, index): z.infer<typeof BatchResult>["results"][number] => {
      const answer = isAppError(item) ? item : answered.get(index);
      if (answer === undefined) throw new Error("INVARIANT: every item has an answer");
      return isAppError(answer) ? toProblem(answer, requestId) : toProposal(answer.found, ctx.baseUrl);
    });
    return json(200, { results });
  }),
];

/** The items as sent, each read on its own: one bad item spoils only itself. */
function itemsOf({ text, lines }: BodyText): readonly Item[] {
  const items = lines ? text.split("\n").filter((line) => line.trim() !== "") : arrayItems(text);
  if (items.length === 0 || items.length > LIMITS.batchItems) {
    throw new AppError("invalid_request", `a batch holds 1 to ${String(LIMITS.batchItems)} proposals`);
  }
  return items.map((item) =>
    typeof item === "string" ? itemOf(item, () => strictJson(item)) : itemOf(item.raw, () => item.value),
  );
}

/** The whole array by the strict rules; each element with its own bytes. */
function arrayItems(text: string): readonly JsonElement[] {
  const items = strictJsonArray(text);
  if (items === null) throw new AppError("invalid_request", "a batch is a JSON array of proposals");
  return items;
}

function itemOf(raw: string, read: () => Json): Item {
  try {
    if (Buffer.byteLength(raw) > LIMITS.bodyBytes) {
      throw new AppError("payload_too_large", `a proposal holds at most ${String(LIMITS.bodyBytes)} bytes`);
    }
    return { input: parseBody(ProposalInput, read()), raw };
  } catch (error) {
    if (isAppError(error)) return error;
    throw error;
  }
}
