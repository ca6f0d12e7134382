import { expect, it } from "vitest";

import type { PaletteEntry } from "./palette";
import { SHOWN_MAX, matching } from "./palette";

const entry = (label: string, group = "This card"): PaletteEntry => ({
  id: label,
  group,
  label,
  badge: "",
  run: () => undefined,
});
const labels = (entries: readonly PaletteEntry[], text: string) => matching(entries, text).map(({ label }) => label);

it("the palette finds an entry by any of its words, those that begin with them first", () => {
  const entries = [entry("Stop this agent"), entry("Agent by agent", "View"), entry("Agents", "Go to")];
  expect(labels(entries, "")).toEqual(["Stop this agent", "Agent by agent", "Agents"]);
  expect(labels(entries, "AGENT")).toEqual(["Agent by agent", "Agents", "Stop this agent"]);
  expect(labels(entries, "go agents")).toEqual(["Agents"]);
  expect(labels(entries, "nothing")).toEqual([]);
});

it("the palette offers a decision by its name alone, once three letters of it are typed", () => {
  const entries: PaletteEntry[] = [{ ...entry("Approve: Update Acme Ltd"), decides: true }, entry("Stop this agent")];
  for (const text of ["", "a", "ap", "acme", "this card", "update"])
    expect(labels(entries, text)).not.toContain(entries[0]?.label);
  for (const text of ["app", "Approve", "approve: upd"]) expect(labels(entries, text)).toEqual([entries[0]?.label]);
});

it("the palette shows no more than can be read", () => {
  expect(
    matching(
      Array.from({ length: 100 }, (_, index) => entry(String(index))),
      "",
    ),
  ).toHaveLength(SHOWN_MAX);
});
