import { describe, expect, it } from "vitest";
import { KINDS } from "../words";
import { cardInput } from "./fixtures/card-fixture";
import { EVERYDAY } from "./fixtures/everyday";
import { readCard } from "./read-card";

describe("an everyday call", () => {
  it.each(KINDS.flatMap((kind) => EVERYDAY[kind].map(([name, parts]) => [kind, name, parts] as const)))(
    "of kind %s, %s, fails no check",
    (kind, _name, parts) => {
      const { checks } = readCard(cardInput(kind, parts));
      expect(checks.flatMap(({ id, state, because }) => (state === "failed" ? [`${id}: ${because ?? ""}`] : []))).toEqual([]);
    },
  );
});
