import fc from "fast-check";
import { expect, test } from "vitest";

import { csvCell } from "./csv-cell";

test("no cell of a text begins as a formula does", () => {
  fc.assert(
    fc.property(fc.constantFrom("=", "+", "-", "@", "\t", "\r", ""), fc.string(), (start, rest) => {
      expect(csvCell(`${start}${rest}`).replace(/^"/, "")).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
  expect(csvCell("=HYPERLINK(1)")).toBe("'=HYPERLINK(1)");
  expect([csvCell(-3), csvCell(null)]).toEqual(["-3", ""]);
});

test("a cell gives back its text", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const cell = csvCell(text);
      const quoted = cell.startsWith('"');
      const read = quoted ? cell.slice(1, -1).replaceAll('""', '"') : cell;
      expect(read === text || read === `'${text}`).toBe(true);
      if (!quoted) expect(cell).not.toMatch(/[",\r\n]/);
    }),
  );
});
