import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Call, Sequential } from "./linearizable";
import { History, linearization } from "./linearizable";

/** A register with compare-and-set: what is asked, and what is told. */
type Asked = { readonly do: "read" } | { readonly do: "set"; readonly from: number; readonly to: number };
type Told = number | "done" | "refused";

const REGISTER: Sequential<number, Asked, Told> = {
  initial: 0,
  next(state, asked, told) {
    if (asked.do === "read") return told === null || told === state ? [state] : [];
    const after = state === asked.from ? asked.to : state;
    if (told === null) return [after];
    return told === (state === asked.from ? "done" : "refused") ? [after] : [];
  },
};

const read = (told: number, began: number, ended: number): Call<Asked, Told> => ({
  input: { do: "read" },
  output: told,
  began,
  ended,
});
const set = (from: number, to: number, told: Told | null, began: number, ended: number): Call<Asked, Told> => ({
  input: { do: "set", from, to },
  output: told,
  began,
  ended,
});
const holds = (...calls: readonly Call<Asked, Told>[]): boolean => linearization(calls, REGISTER) !== null;

describe("a history is linearizable", () => {
  test("when calls that overlap can be put in some order", () => {
    expect(holds(set(0, 1, "done", 1, 6), read(0, 2, 3), read(1, 4, 5), set(0, 2, "refused", 2, 7))).toBe(true);
  });

  test("when a call that nobody knows of happened, or did not", () => {
    expect(holds(set(0, 1, null, 1, 2), read(1, 3, 4))).toBe(true);
    expect(holds(set(0, 1, null, 1, 2), read(0, 3, 4))).toBe(true);
    expect(holds(set(0, 1, null, 1, 2), read(0, 3, 4), read(1, 5, 6))).toBe(true);
  });
});

describe("an anomaly is found:", () => {
  test("a stale read, of what had been replaced when it began", () => {
    expect(holds(set(0, 1, "done", 1, 2), read(0, 3, 4))).toBe(false);
  });

  test("two reads that see one write come and go", () => {
    expect(holds(set(0, 1, "done", 1, 9), read(1, 2, 3), read(0, 4, 5))).toBe(false);
  });

  test("two callers that both won", () => {
    expect(holds(set(0, 1, "done", 1, 4), set(0, 2, "done", 2, 3))).toBe(false);
  });

  test("a write that was told as done and got lost", () => {
    expect(holds(set(0, 1, "done", 1, 2), set(0, 2, "done", 3, 4))).toBe(false);
  });

  test("a refusal by something that nobody did", () => {
    expect(holds(set(0, 1, "refused", 1, 2))).toBe(false);
  });

  test("a read of what nobody wrote, or that one who is not known wrote only after it", () => {
    expect(holds(read(7, 1, 2))).toBe(false);
    expect(holds(read(1, 1, 2), set(0, 1, null, 3, 4))).toBe(false);
  });
});

/** Every order of a few calls. */
function orders<Item>(items: readonly Item[]): Item[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, at) => orders(items.filter((_, index) => index !== at)).map((rest) => [item, ...rest]));
}

/** The definition, word for word: some order keeps what came after what, and explains every answer. */
function byDefinition(calls: readonly Call<Asked, Told>[]): boolean {
  return orders(calls).some((order) => {
    const inTime = order.every((call, at) => order.slice(at + 1).every((later) => later.ended > call.began));
    let states: readonly number[] = [REGISTER.initial];
    for (const { input, output } of order) states = states.flatMap((state) => REGISTER.next(state, input, output));
    return inTime && states.length > 0;
  });
}

const asked: fc.Arbitrary<Asked> = fc.oneof(
  fc.constant<Asked>({ do: "read" }),
  fc.record({ do: fc.constant("set" as const), from: fc.integer({ min: 0, max: 2 }), to: fc.integer({ min: 0, max: 2 }) }),
);
const told: fc.Arbitrary<Told> = fc.constantFrom<Told>(0, 1, 2, "done", "refused");
/** Up to five calls at places of their own. */
const calls = fc
  .uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 10, maxLength: 10 })
  .chain((places) => fc.array(fc.tuple(asked, told), { maxLength: 5 }).map((pairs) => ({ places, pairs })))
  .map(({ places, pairs }) =>
    pairs.map(([input, output], index): Call<Asked, Told> => {
      const [one = 0, other = 1] = [places[2 * index], places[2 * index + 1]];
      return { input, output, began: Math.min(one, other), ended: Math.max(one, other) };
    }),
  );

describe("the search", () => {
  test("agrees with the definition on every small history", () => {
    fc.assert(
      fc.property(calls, (history) => {
        expect(holds(...history)).toBe(byDefinition(history));
      }),
      { numRuns: 500 },
    );
  });

  test("finds an order for whatever calls really came to one after the other, however long each seemed to take", () => {
    const moves = fc.array(fc.tuple(asked, fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 })), { maxLength: 10 });
    fc.assert(
      fc.property(moves, (made) => {
        let state = REGISTER.initial;
        const history = made.map(([input, before, after], at): Call<Asked, Told> => {
          const output = input.do === "read" ? state : input.from === state ? "done" : "refused";
          if (input.do === "set" && output === "done") state = input.to;
          return { input, output, began: 10 * at - before, ended: 10 * at + 1 + after * 3 };
        });
        expect(linearization(history, REGISTER)).toHaveLength(history.length);
      }),
    );
  });
});

test("a history writes down what was told between its beginning and its end", async () => {
  const history = new History<string, string>();
  await Promise.all([
    history.record("slow", async () => {
      await history.record("quick", () => Promise.resolve("b"));
      return "a";
    }),
    history.record("unknown", () => Promise.resolve(null)),
  ]);
  const of = (input: string) => history.calls.find((call) => call.input === input);
  expect(of("unknown")?.output).toBeNull();
  expect(of("slow")?.began).toBeLessThan(of("quick")?.began ?? 0);
  expect(of("slow")?.ended).toBeGreaterThan(of("quick")?.ended ?? Infinity);
});
