import fc from "fast-check";
import { expect, it } from "vitest";
import { versionsText, type Versions } from "./versions";

const said = fc.option(fc.string({ maxLength: 4 }));
const versions = fc.record({ model: said, agent: said, prompt: said, tool: said, card: fc.integer({ min: 1, max: 3 }) });
const PLAIN: Versions = { model: null, agent: null, prompt: null, tool: null, card: 1 };

it("two agents have one fingerprint exactly where every version is the same", () => {
  fc.assert(
    fc.property(versions, versions, (one, other) => {
      const same = JSON.stringify(one) === JSON.stringify(other);
      expect(versionsText(one) === versionsText(other)).toBe(same);
    }),
  );
});

it.each([
  [{}, "[null,null]"],
  [{ model: "m" }, '["m",null]'],
  [{ prompt: "p" }, '[null,null,"p"]'],
  [{ tool: "t" }, '[null,null,null,"t"]'],
  [{ card: 2 }, "[null,null,null,null,2]"],
])("the fingerprint of %j leaves off what nobody said: %s", (changes, text) => {
  expect(versionsText({ ...PLAIN, ...changes })).toBe(text);
});
