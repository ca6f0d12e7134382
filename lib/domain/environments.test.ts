import { describe, expect, it } from "vitest";
import { environmentNamed, otherEnvironments, placeNamed } from "./environments";
import { PLACES } from "./words";

describe("an environment", () => {
  it.each(["prod", "prd", "live", "Production", "stage", "stg", "dev", "test", "sandbox", "uat"])(
    "called %s is asked for among three that it does not mean",
    (name) => {
      const others = otherEnvironments(name);
      expect(new Set([environmentNamed(name.toLowerCase()) ?? name, ...others]).size).toBe(4);
      expect(others).not.toContain("");
    },
  );

  it.each(["prod", "prd", "live", "stage", "stg", "dev"])("is at one place, whichever word names it: %s", (word) => {
    const name = environmentNamed(word);
    expect(PLACES).toContain(placeNamed(word));
    expect(placeNamed(word)).toBe(placeNamed(name ?? ""));
  });

  it("that has a place and no other name keeps its own", () => {
    expect(["uat", "preprod", "qa", "constructor"].map(environmentNamed)).toEqual([null, null, null, null]);
    expect(["uat", "preprod", "qa", "constructor"].map(placeNamed)).toEqual(["staging", "staging", "test", null]);
  });
});
