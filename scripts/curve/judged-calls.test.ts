import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compilePolicy } from "../../lib/domain/policy/compile-policy";
import { readPolicy } from "../../lib/domain/policy/validate-policy";
import { TIERS } from "../../lib/domain/words";
import { AIRLINE, HAS_AIRLINE } from "../../test/recorded-airline";
import type { RecordedCall } from "../replay/recorded-call";
import { recordedCall } from "../replay/recorded-call";
import { judgedCalls, riskiestFirst, type JudgedCall } from "./judged-calls";
import { figuresOf } from "./sets";

const read = readPolicy(readFileSync("examples/airline-policy.json", "utf8"));
if (!read.ok) throw new Error("the shipped policy is valid");
const policy = compilePolicy(read.value.document, 1);
const calls = HAS_AIRLINE
  ? readFileSync(AIRLINE.calls, "utf8")
      .split("\n")
      .flatMap((line) => recordedCall(line) ?? [])
  : [];
const AT = Date.UTC(2026, 10, 27);
const judged = judgedCalls(policy, calls, AT);

describe.skipIf(!HAS_AIRLINE)("the recorded changes under the airline’s policy (needs the recorded calls)", () => {
  it("are counted with and without bookings, transfers and refused calls", () => {
    expect(figuresOf(judged).map(({ name, calls: of, wrong }) => [name, of, wrong])).toEqual([
      ["all changes", 152, 90],
      ["without bookings", 122, 60],
      ["without transfers", 123, 61],
      ["without refused calls", 131, 69],
      ["without all three", 88, 26],
    ]);
  });

  it("are told apart by risk once transfers, which are wrong by definition and harmless, are left out: half of the errors in a third of the looks", () => {
    const [all, , withoutTransfers] = figuresOf(judged);
    expect(withoutTransfers?.policy).toEqual({ looks: 118, caught: 59 });
    expect(withoutTransfers?.looks.find(({ share }) => share === 0.5)?.looks).toBeLessThanOrEqual(123 / 3);
    // A hand-over changes no record and runs by itself: whatever a strict label says of it, the policy does not look.
    expect(all?.policy).toEqual({ looks: 118, caught: 59 });
  });

  it("are judged by what a proposal carries: labels and outcomes turned round change nothing", () => {
    const turned = calls.map((call): RecordedCall => {
      const label = call.label === "wrong" ? "correct" : "wrong";
      return { ...call, failed: !call.failed, result: "turned", label: call.label === null ? null : label };
    });
    const handling = (list: readonly JudgedCall[]) =>
      list.map(({ treatment, tier, failedChecks }) => [treatment, tier, failedChecks]);
    expect(handling(judgedCalls(policy, turned, AT))).toEqual(handling(judged));
  });
});

describe.skipIf(!HAS_AIRLINE)("the order of the recorded changes (needs the recorded calls)", () => {
  it("is by tier first and failed checks next", () => {
    const keys = riskiestFirst(judged).map(({ tier, failedChecks }) => TIERS.indexOf(tier) * 100 + failedChecks);
    expect(keys).toEqual(keys.toSorted((a, b) => b - a));
  });

  it("never knows a run’s own labels: what went wrong in other runs leads, whatever went wrong in this one", () => {
    const [some] = judged;
    if (some === undefined) throw new Error("there are calls");
    const made = (run: string, tool: string, wrong: boolean, count: number): readonly JudgedCall[] =>
      Array.from({ length: count }, (_, step) => ({ ...some, wrong, call: { ...some.call, run, tool, step } }));
    const elsewhere = [...made("b", "refund", true, 3), ...made("b", "rename", false, 3)];
    const own = [...made("a", "refund", false, 10), ...made("a", "rename", true, 10)];
    const tools = riskiestFirst([...elsewhere, ...own]).flatMap(({ call }) => (call.run === "a" ? [call.tool] : []));
    expect(tools).toEqual([...Array<string>(10).fill("refund"), ...Array<string>(10).fill("rename")]);
  });
});
