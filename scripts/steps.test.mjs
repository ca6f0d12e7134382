import { expect, onTestFinished, test, vi } from "vitest";
import { inOrder, runStep } from "./steps.mjs";

/** Jobs that say when they begin and end; each ends when it is told to. */
function jobsOf(table) {
  const [said, ends] = [[], {}];
  const jobs = table.map(([name, needs = [], share = 1]) => ({
    name,
    needs,
    share,
    run: () => {
      said.push(name);
      return new Promise((resolve) => {
        ends[name] = () => resolve(name);
      });
    },
  }));
  const end = async (name) => {
    ends[name]();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { jobs, said, end };
}

test("jobs begin in their order, no more at once than there are cores for", async () => {
  const { jobs, said, end } = jobsOf([["a"], ["b", [], 0.5], ["c"], ["d", [], 0.5]]);
  const all = inOrder(jobs, 2);
  expect(said).toEqual(["a", "b", "d"]);
  await end("b");
  expect(said).toEqual(["a", "b", "d"]);
  await end("a");
  expect(said).toEqual(["a", "b", "d", "c"]);
  await end("c");
  await end("d");
  expect(await all).toEqual(["b", "a", "c", "d"]);
});

test("a job waits for those it needs, and for none that is not there", async () => {
  const { jobs, said, end } = jobsOf([["e2e", ["build", "native"]], ["build", ["types"]], ["native"]]);
  const all = inOrder(jobs, 2);
  expect(said).toEqual(["build", "native"]);
  await end("build");
  expect(said).toEqual(["build", "native"]);
  await end("native");
  await end("e2e");
  expect(await all).toHaveLength(3);
});

test("a job that is larger than the machine runs alone, and one that breaks down fails all", async () => {
  const { jobs, said, end } = jobsOf([["large", [], 9], ["small"]]);
  const all = inOrder(jobs, 2);
  expect(said).toEqual(["large"]);
  await end("large");
  expect(said).toEqual(["large", "small"]);
  await end("small");
  await all;
  await expect(inOrder([{ name: "a", run: () => Promise.reject(new Error("no compiler")) }], 2)).rejects.toThrow("no compiler");
  expect(await inOrder([], 2)).toEqual([]);
});

test("a step that hangs is stopped, named, and said to have been stopped", async () => {
  const stdout = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  onTestFinished(() => stdout.mockRestore());
  const { ok } = await runStep("hung", process.execPath, ["--eval", "setInterval(() => {}, 1e9)"], { timeoutMs: 100 });
  expect(ok).toBe(false);
  const said = stdout.mock.calls.join("");
  expect(said).toMatch(/^✗ hung .* failed$/m);
  expect(said).toContain("stopped after 0.1 s");
});
