import { expect, test } from "vitest";
import { countPlaywright, countProofs, countsLine, countVitest, sum } from "./counts.mjs";

const vitestFile = (status, assertionResults, message = "") => ({ name: "a.test.ts", status, message, assertionResults });
const playwright = (status, annotations = []) => ({
  suites: [
    {
      title: "queue.spec.ts",
      specs: [],
      suites: [{ title: "queue", specs: [{ title: "a claim", tests: [{ status, annotations }] }] }],
    },
  ],
  errors: [],
});

test("every test of a unit report is counted once, by its status", () => {
  const results = ["passed", "passed", "failed", "skipped", "todo"].map((status, at) => ({ status, fullName: `claim ${at}` }));
  expect(countVitest({ testResults: [vitestFile("failed", results)] })).toEqual({
    passed: 2,
    failed: ["claim 2"],
    skipped: [
      { name: "claim 3", reason: "switched off in its file: its name says what it needs" },
      { name: "claim 4", reason: "switched off in its file: its name says what it needs" },
    ],
  });
});

test("a test file that cannot be loaded is a failure", () => {
  const { failed } = countVitest({ testResults: [vitestFile("failed", [], "no such module"), vitestFile("passed", [])] });
  expect(failed).toEqual(["a.test.ts: no such module"]);
});

test("a browser test passes only when it ran as expected the first time", () => {
  expect(countPlaywright(playwright("expected")).passed).toBe(1);
  expect(countPlaywright(playwright("unexpected")).failed).toEqual(["queue.spec.ts › queue › a claim"]);
  expect(countPlaywright(playwright("flaky")).failed).toEqual(["queue.spec.ts › queue › a claim"]);
});

test("a skipped browser test is named with its reason", () => {
  const annotations = [{ type: "skip", description: "needs a second screen" }];
  expect(countPlaywright(playwright("skipped", annotations)).skipped).toEqual([
    { name: "queue.spec.ts › queue › a claim", reason: "needs a second screen" },
  ]);
  expect(countPlaywright(playwright("skipped")).skipped[0].reason).toBe("it did not run, and does not say why");
});

test("an error outside of any browser test is a failure", () => {
  expect(countPlaywright({ suites: [], errors: [{ message: "SyntaxError: no\n  at x" }] }).failed).toEqual(["SyntaxError: no"]);
});

test("a proof that says nothing about whether it holds has failed", () => {
  const proofs = [{ name: "a", holds: true }, { name: "b", holds: false }, { name: "c" }, { name: "d", skipped: "no kill here" }];
  expect(countProofs(proofs)).toEqual({ passed: 1, failed: ["b", "c"], skipped: [{ name: "d", reason: "no kill here" }] });
});

test("the last line sums the runners and names skips only where there are some", () => {
  const one = { passed: 3, failed: [], skipped: [] };
  const two = { passed: 4, failed: ["x"], skipped: [{ name: "y", reason: "z" }] };
  expect(countsLine(sum([one, one]))).toBe("6 passed, 0 failed");
  expect(countsLine(sum([one, two]))).toBe("7 passed, 1 failed, 1 skipped");
});
