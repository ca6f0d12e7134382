import { format } from "node:util";
import { afterEach, expect } from "vitest";

// A warning on the console is a defect that nobody has looked at yet: the test during which it appears fails.
const complaints: string[] = [];
for (const level of ["error", "warn"] as const) {
  console[level] = (...parts: unknown[]) => {
    complaints.push(`console.${level}: ${format(...parts)}`);
  };
}

afterEach(() => {
  expect(complaints.splice(0), "nothing is written to console.error or console.warn").toEqual([]);
});
