import { expect, it } from "vitest";

import { appearance } from "./theme";

it("sets nothing for a person who follows the system", () => {
  expect(appearance(undefined, undefined)).toEqual({});
  expect(appearance("system", "comfortable")).toEqual({});
});

it("takes the choice from the cookies", () => {
  expect(appearance("dark", "compact")).toEqual({ "data-theme": "dark", "data-density": "compact" });
  expect(appearance(undefined, undefined, "full")).toEqual({ "data-times": "full" });
  expect(appearance(undefined, undefined, "still")).toEqual({ "data-times": "still" });
});

it("ignores a cookie that someone made up", () => {
  expect(appearance('"><script>', "dense", "long")).toEqual({});
});
