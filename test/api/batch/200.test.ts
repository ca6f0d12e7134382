import { describe, expect, test } from "vitest";
import type * as z from "zod";

import { BatchResult } from "../../../lib/contract/listing";
import { LIMITS } from "../../../lib/contract/proposal";
import { isId } from "../../../lib/domain/ids";
import type { ApiUnderTest, SendOptions } from "../api-under-test";
import { DOORS, aRefund, anApi, jsonOf, verdictOf } from "../api-under-test";

type Result = z.infer<typeof BatchResult>["results"][number];

function verdict(result: Result): string {
  return "code" in result ? result.code : result.status;
}

async function results(api: ApiUnderTest, options: SendOptions): Promise<Result[]> {
  const answer = await api.send("/proposals/batch", options);
  expect(answer.status).toBe(200);
  return (await jsonOf(answer, BatchResult)).results;
}

describe.each(DOORS)("at %s", (door) => {
  test("each item is answered on its own and in order, and a bad one spoils only itself", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    const items = [aRefund(), { action: 1 }, aRefund({ title: "second" }), { ...aRefund(), status: "approved" }];
    expect((await results(api, { agent, json: items })).map(verdict)).toEqual([
      "pending",
      "invalid_request",
      "pending",
      "invalid_request",
    ]);
  });

  test("lines are read one by one, and the strict rules hold for each", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    const body = [JSON.stringify(aRefund()), '{"a":1,"a":2}', "", "{", JSON.stringify(aRefund({ title: "last" }))].join("\n");
    const answered = await results(api, { agent, body, headers: { "content-type": "application/x-ndjson" } });
    expect(answered.map(verdict)).toEqual(["pending", "invalid_json", "invalid_json", "pending"]);
  });

  test("the bytes of each item are kept as they were sent", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    const item = '{ "action" : {"name":"payment.refund", "arguments":{"note":"], [\\"{","amount":"48.00"}} }';
    const [first, second] = await results(api, { agent, body: `[${item} ,\n${JSON.stringify(aRefund())}]` });
    const raw = await Promise.all(
      [first, second].map(async (result) => {
        const id = result !== undefined && "id" in result ? result.id : "";
        if (!isId("proposal", id)) throw new Error("it was made");
        return (await api.ctx.store.read.proposal(id))?.version.raw;
      }),
    );
    expect(raw).toEqual([item, JSON.stringify(aRefund())]);
  });

  test("a key covers every item: sent again, nothing is made twice", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    const sent = { agent, json: [aRefund(), aRefund({ title: "two" })], headers: { "idempotency-key": "batch-1" } };
    const [first, again] = [await results(api, sent), await results(api, sent)];
    expect(again).toEqual(first);
    expect(new Set(first.map((result) => ("id" in result ? result.id : ""))).size).toBe(2);
  });

  test("a batch is an array of 1 to 100, and each item no larger than a proposal", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    const verdictFor = async (json: unknown): Promise<string> => verdictOf(await api.send("/proposals/batch", { agent, json }));
    expect(await verdictFor([])).toBe("400 invalid_request");
    expect(await verdictFor(aRefund())).toBe("400 invalid_request");
    expect(await verdictFor(Array(LIMITS.batchItems + 1).fill(1))).toBe("400 invalid_request");
    expect(await verdictOf(await api.send("/proposals/batch", { agent, body: "[" }))).toBe("400 invalid_json");
    expect(
      await verdictOf(await api.send("/proposals/batch", { agent, body: "x", headers: { "content-type": "text/csv" } })),
    ).toBe("415 unsupported_media_type");
  });
});
