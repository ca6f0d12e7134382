import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

/** Linear red, green and blue, 0 to 1. */
type Rgb = readonly [number, number, number];

const CSS = readFileSync("app/globals.css", "utf8");

/** A colour of the one place where all stand, in one theme. */
function token(name: string, theme: "light" | "dark"): Rgb {
  const value = new RegExp(`--${name}: (?:light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)|(#[0-9a-f]{6}));`, "u").exec(CSS);
  if (value === null) throw new Error(`app/globals.css has no colour --${name}`);
  const hex = value[3] ?? value[theme === "light" ? 1 : 2] ?? "";
  const channel = (at: number): number => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const WHITE: Rgb = [1, 1, 1];

/** WCAG 2's contrast ratio. */
function contrast(one: Rgb, other: Rgb): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How a colour looks without one kind of cone: Machado, Oliveira and Fernandes 2009, severity 1. */
const DEFICIENCIES = {
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;
type Deficiency = keyof typeof DEFICIENCIES;

function seenWith(deficiency: Deficiency, colour: Rgb): Rgb {
  const matrix = DEFICIENCIES[deficiency];
  const row = (at: number): number => {
    const sum = colour.reduce((total, part, index) => total + part * (matrix[3 * at + index] ?? 0), 0);
    return Math.min(1, Math.max(0, sum));
  };
  return [row(0), row(1), row(2)];
}

/** The distance of two colours in CIELAB (CIE76), white D65. */
function distance(one: Rgb, other: Rgb): number {
  const [a, b] = [lab(one), lab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function lab([red, green, blue]: Rgb): Rgb {
  const bend = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = bend((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
  const y = bend(0.2126729 * red + 0.7151522 * green + 0.072175 * blue);
  const z = bend((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const THEMES = ["light", "dark"] as const;
const ALL = THEMES.flatMap((theme) => (["protan", "deutan", "tritan"] as const).map((deficiency) => ({ theme, deficiency })));
const TIERS = ["tier-low", "tier-medium", "tier-high", "tier-critical"] as const;

describe("the colours of the product", () => {
  it.each(ALL)(
    "tell tiers, and added from removed, apart without one kind of cone: $deficiency, $theme",
    ({ theme, deficiency }) => {
      const seen = (name: string): Rgb => seenWith(deficiency, token(name, theme));
      const pairs = TIERS.flatMap((one, index) => TIERS.slice(index + 1).map((other) => [one, other] as const));
      const diffs = [
        ["added", "removed"],
        ["added-ground", "removed-ground"],
      ] as const;
      const near = [...pairs, ...diffs]
        .map(([one, other]) => ({ one, other, apart: Math.round(distance(seen(one), seen(other)) * 10) / 10 }))
        .filter(({ apart }) => apart < 20);
      expect(near).toEqual([]);
    },
  );

  const GROUNDS = ["page", "panel", "sunk", "selection"] as const;
  const ON: readonly (readonly [string, readonly string[], number])[] = [
    ...["ink", "ink-2", "ink-3"].map((ink) => [ink, GROUNDS, 4.5] as const),
    ...["passed", "removed"].map((ink) => [ink, ["panel", "sunk"], 4.5] as const),
    ["added", ["added-ground"], 4.5],
    ["removed", ["removed-ground", "failed-ground"], 4.5],
    ["ink", ["added-ground", "failed-ground"], 4.5],
    ["on-ink", ["ink", "ink-hover"], 4.5],
    ["tier-medium-ink", ["tier-medium"], 4.5],
    // The edge of a field or switch and the ring of what has the focus: no text.
    ["rule-control", ["panel"], 3],
    ["accent", GROUNDS, 3],
  ];

  it.each(THEMES)("hold 4.5 to 1 for text and 3 to 1 for edges and the focus ring, in the %s theme", (theme) => {
    const faint = ON.flatMap(([ink, grounds, least]) =>
      grounds.map((ground) => ({ ink, ground, least, ratio: contrast(token(ink, theme), token(ground, theme)) })),
    ).filter(({ ratio, least }) => ratio < least);
    expect(faint).toEqual([]);
    for (const tier of ["tier-low", "tier-high", "tier-critical"])
      expect(contrast(WHITE, token(tier, theme))).toBeGreaterThan(4.5);
  });
});
