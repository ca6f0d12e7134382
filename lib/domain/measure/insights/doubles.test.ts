import { expect, it } from "vitest";

import { ANA, aDouble, BEA, rowsWith } from "../../../../test/measured-rows";
import { ASSUMED_PRICES } from "../../policy/prices";
import { agreementRows } from "./doubles";
import { insightsOf } from "./insights";
import { figureLines } from "./lines";
import { givenPart, rowNameInEnglish } from "./row-name";

const yes = { type: "approve", by: [ANA], reason: null } as const;
const no = { type: "reject", by: [ANA], reason: { code: "tone", text: null } } as const;
const times = <Item>(count: number, make: () => Item) => Array.from({ length: count }, make);

it("says how far two people agree, what fell and what ended without a majority; under 20 no coefficient", () => {
  const few = [aDouble(yes, ["fine"], "fine"), aDouble(yes, ["wrong", "wrong"], "wrong"), aDouble(no, ["fine"], null)];
  const [all, kind, ...none] = agreementRows(rowsWith({ doubles: [...few, aDouble(yes, [], null, null)] }));
  expect([all, kind].map((row) => rowNameInEnglish(row?.name ?? []))).toEqual(["all kinds", "payment"]);
  expect(none).toEqual([]);
  expect(all?.figures).toMatchObject([
    { count: 1, of: 3 },
    { value: null, of: 3 },
    { value: null, of: 3 },
    { count: 0, of: 2 },
    { count: 2, of: 4 },
    { count: 0, of: 0 },
    { count: 1, of: 2 },
    { value: 1, of: 3 },
    { count: 0, of: 3 },
  ]);
});

it("gives α and AC1 with their intervals from 20 on, to the file too", () => {
  const doubles = [...times(17, () => aDouble(yes, ["fine"], "fine")), ...times(2, () => aDouble(no, ["wrong"], "wrong"))];
  const rows = rowsWith({ doubles: [...doubles, aDouble(no, ["fine", "fine"], "fine")] });
  const [all] = agreementRows(rows);
  expect(all?.figures[1]).toMatchObject({ value: expect.closeTo(0.78, 2), of: 20 }); // eslint-disable-line @typescript-eslint/no-unsafe-assignment -- vitest's matchers are any
  expect(all?.figures[5]).toMatchObject({ count: 1, of: 3 });
  const context = {
    ...{ now: 0, allReviews: [], personal: true, debt: { open: 0, oldestAt: null }, stakesOf: () => null, hourOf: () => 0 },
    ...{ prices: ASSUMED_PRICES, nameOf: () => [givenPart("a")] },
  };
  const line = figureLines(insightsOf(rows, context), () => "").find(
    ({ part, figure }) => part === "agreement" && figure === "α",
  );
  expect(line?.low).toBeLessThan(line?.value ?? 0);
  expect(line?.high).toBeGreaterThan(line?.value ?? 1);
});

it("keeps what nobody gave in its time out of agreement and says how many those were", () => {
  const given = times(3, () => aDouble(yes, ["fine"], "fine"));
  const [all] = agreementRows(rowsWith({ doubles: [...given, aDouble(yes, [], null), aDouble(no, [], null)] }));
  expect(all?.figures[0]).toMatchObject({ count: 3, of: 3 });
  expect(all?.figures[7]).toMatchObject({ value: 0, of: 3 });
  expect(all?.figures[8]).toMatchObject({ count: 2, of: 5 });
});

it("counts no opinion that cannot have been read into", () => {
  const unread = { ...aDouble(yes, ["wrong"], null, null) };
  const opinions = unread.opinions.map((opinion) => ({ ...opinion, personId: BEA, tooFast: true }));
  expect(agreementRows(rowsWith({ doubles: [{ ...unread, opinions }] }))).toEqual([]);
});
