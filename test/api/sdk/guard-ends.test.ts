import { expect, test } from "vitest";

import { compilePolicy } from "../../../lib/domain/policy/compile-policy";
import { DEFAULT_POLICY } from "../../../lib/domain/policy/default-policy";
import { runDueWork } from "../../../lib/services/run-due-work";
import type { ProposalInput } from "../../../sdk/src/index";
import { Blocked, CountersignError, Expired, Rejected, Stale, Unavailable, Withdrawn } from "../../../sdk/src/index";
import type { Desk } from "./refund-desk";
import { aDesk, forged, REFUND } from "./refund-desk";

/** What the agent's only proposal came to. */
async function became({ client }: Desk): Promise<string> {
  const { items } = await client.list();
  return items.map(({ status, delivery }) => `${status} ${delivery}`).join();
}

/** The error that a run ends in, taken at once, so that no rejection is ever unhandled. */
function endOf(run: Promise<unknown>): Promise<unknown> {
  return run.then(
    (result) => `returned ${String(result)}`,
    (error: unknown) => error,
  );
}

test("what is approved runs once, with what was proposed, and its outcome is reported", async () => {
  const desk = await aDesk();
  const run = endOf(desk.refund());
  await desk.decide({ type: "approve" });
  expect(await run).toBe("returned paid");
  expect(desk.ran).toEqual([REFUND]);
  expect(await became(desk)).toBe("approved succeeded");
});

test("what is approved with changes runs with the changed arguments and never with its own", async () => {
  const desk = await aDesk();
  const run = endOf(desk.refund());
  await desk.decide({ type: "edit", arguments: { ...REFUND, amount: "24.00" }, reason: { code: "wrong_amount", text: null } });
  expect(await run).toBe("returned paid");
  expect(desk.ran).toEqual([{ ...REFUND, amount: "24.00" }]);
  expect(await became(desk)).toBe("approved succeeded");
});

test("what does not fit is refused with what is wrong, field by field, in the error and in its message", async () => {
  const { client } = await aDesk();
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- what plain JavaScript may send
  const wrong = { action: { name: "payment.refund", arguments: {} }, confidence: 2, urgent: true } as unknown as ProposalInput;
  const error = await endOf(client.propose(wrong));
  expect(error).toBeInstanceOf(CountersignError);
  expect(error).toMatchObject({ code: "invalid_request", status: 400 });
  const { issues, message } = error instanceof CountersignError ? error : { issues: [], message: "" };
  expect(issues.map(({ path }) => path)).toContain("/confidence");
  for (const { path, says } of issues) expect(message).toContain(`${path}: ${says}`);
});

test("what fails while it runs is reported as failed, and its own error is thrown", async () => {
  const desk = await aDesk();
  const broken = desk.client.guard("payment.refund", () => Promise.reject(new Error("the bank is closed")), { kind: "payment" });
  const run = endOf(broken(REFUND));
  await desk.decide({ type: "approve" });
  expect(await run).toEqual(new Error("the bank is closed"));
  const { items } = await desk.client.list();
  expect(items[0]?.outcome).toMatchObject({ status: "failed", detail: "the bank is closed" });
});

test("a person's no is a Rejected with the reason, for the model to read", async () => {
  const desk = await aDesk();
  const run = endOf(desk.refund());
  await desk.decide({ type: "reject", reason: { code: "wrong_amount", text: "it was 24" } });
  const end = await run;
  expect(end).toBeInstanceOf(Rejected);
  expect(end).toMatchObject({ code: "decided_by_human", reason: { code: "wrong_amount", text: "it was 24" }, answer: null });
  expect(desk.ran).toEqual([]);
});

test("a person's answer is a Rejected that carries it", async () => {
  const desk = await aDesk({ decisions: ["approve", "answer"], doubt: "Which card?" });
  const run = endOf(desk.refund());
  await desk.decide({ type: "answer", answer: "the newer one" });
  const end = await run;
  expect(end).toBeInstanceOf(Rejected);
  expect(end).toMatchObject({ code: "answered_by_human", answer: "the newer one" });
  expect(desk.ran).toEqual([]);
});

test("what nobody decides in time is Expired, which is never a person's no", async () => {
  const desk = await aDesk({ expiresIn: 10 });
  const run = endOf(desk.refund());
  await desk.waiting();
  desk.api.ctx.pass(11_000);
  await runDueWork(desk.api.ctx);
  const end = await run;
  expect(end).toBeInstanceOf(Expired);
  expect(end).not.toBeInstanceOf(Rejected);
  expect(desk.ran).toEqual([]);
});

test("what its agent takes back is Withdrawn to whoever still waits for it", async () => {
  const desk = await aDesk();
  const run = endOf(desk.refund());
  await desk.client.withdraw((await desk.waiting()).id);
  expect(await run).toBeInstanceOf(Withdrawn);
  expect(desk.ran).toEqual([]);
});

test("a run that is cancelled ends with the caller's own reason, and leaves the proposal to the people", async () => {
  const desk = await aDesk();
  const cancel = new AbortController();
  const run = endOf(desk.refund(cancel.signal));
  await desk.waiting();
  cancel.abort(new Error("the shift is over"));
  expect(await run).toEqual(new Error("the shift is over"));
  expect(await became(desk)).toBe("pending waiting");
  expect(desk.ran).toEqual([]);
});

test("what policy does not let run is Blocked at once, with the reason", async () => {
  const desk = await aDesk();
  const rule = { id: "none", match: "payment.*", then: { treatment: "block" as const, reason: "no refunds today" } };
  desk.api.ctx.live.policy = compilePolicy({ ...DEFAULT_POLICY, rules: [rule] }, 1);
  const end = await endOf(desk.refund());
  expect(end).toBeInstanceOf(Blocked);
  expect(end instanceof Blocked && end.message).toContain("no refunds today");
  expect(desk.ran).toEqual([]);
});

test("a kill switch stops what was approved before it runs", async () => {
  const desk = await aDesk();
  const run = endOf(desk.refund());
  await desk.waiting();
  desk.api.ctx.live.stops = new Set(["all"]);
  await desk.decide({ type: "approve" });
  expect(await run).toMatchObject({ code: "stopped", status: 409 });
  expect(desk.ran).toEqual([]);
  expect(await became(desk)).toBe("approved delivered");
});

test("arguments that are not those of the receipt are Stale and never run", async () => {
  const desk = await aDesk(
    {},
    forged(({ decision }) => ({
      decision: decision === null ? null : { ...decision, arguments: { ...REFUND, amount: "4800.00" } },
    })),
  );
  const run = endOf(desk.refund());
  await desk.decide({ type: "approve" });
  expect(await run).toBeInstanceOf(Stale);
  expect(desk.ran).toEqual([]);
});

test("a receipt for another action is Stale, and one that nobody signed is invalid: neither runs", async () => {
  const other = await aDesk();
  const paid = endOf(other.refund());
  await other.decide({ type: "approve" });
  await paid;
  const foreign = (await other.client.list()).items[0]?.receipt ?? "";
  for (const [receipt, code] of [
    [foreign, "receipt_invalid"],
    ["not.a.receipt", "receipt_invalid"],
  ] as const) {
    const desk = await aDesk(
      {},
      forged(() => ({ receipt })),
    );
    const run = endOf(desk.refund());
    await desk.decide({ type: "approve" });
    expect(await run).toMatchObject({ code });
    expect(desk.ran).toEqual([]);
  }
  let first: string | null = null;
  const desk = await aDesk(
    {},
    forged(({ receipt }) => {
      first ??= receipt;
      return { receipt: first };
    }),
  );
  const one = endOf(desk.refund());
  await desk.decide({ type: "approve" });
  expect(await one).toBe("returned paid");
  const two = endOf(desk.refund(undefined, { ...REFUND, order: "W6679257", amount: "52.00" }));
  await desk.decide({ type: "approve" });
  expect(await two).toBeInstanceOf(Stale);
  expect(desk.ran).toHaveLength(1);
});

test("without a server that redeems it, what was approved does not run", async () => {
  const desk = await aDesk({}, (call, answer) => {
    if (call.endsWith("/redeem")) throw new TypeError("fetch failed");
    return answer;
  });
  const run = endOf(desk.refund());
  await desk.decide({ type: "approve" });
  expect(await run).toBeInstanceOf(Unavailable);
  expect(desk.ran).toEqual([]);
});

test("an outcome that cannot be reported is told to the agent, which keeps its result", async () => {
  const unreported: unknown[] = [];
  const desk = await aDesk({ onUnreported: (error) => unreported.push(error) }, (call, answer) =>
    call.endsWith("/outcome") ? Response.json({ code: "not_redeemed", detail: "who are you" }, { status: 409 }) : answer,
  );
  const run = endOf(desk.refund());
  await desk.decide({ type: "approve" });
  expect(await run).toBe("returned paid");
  expect(unreported).toEqual([expect.any(CountersignError)]);
});

test("the same intent runs once, however often its agent is started again", async () => {
  const desk = await aDesk({ key: () => "refund-W2378156" });
  const run = endOf(desk.refund());
  await desk.decide({ type: "approve" });
  expect(await run).toBe("returned paid");
  expect(await endOf(desk.refund())).toMatchObject({ code: "already_redeemed" });
  expect(desk.ran).toHaveLength(1);
});
