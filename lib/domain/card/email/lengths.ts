/** A unit as pixels, where the letters around are of sixteen and the window is that of a phone. */
const PIXELS = new Map(
  Object.entries({
    "": 1,
    px: 1,
    pt: 4 / 3,
    pc: 16,
    in: 96,
    cm: 37.8,
    mm: 3.78,
    q: 0.945,
    rem: 16,
    lh: 16,
    rlh: 16,
    deg: 1,
    x: 1,
    fr: 1,
  }).concat(
    ["vw", "vh", "vmin", "vmax", "vi", "vb"].flatMap((unit) =>
      ["", "s", "l", "d"].map((size): [string, number] => [`${size}${unit}`, 3.2]),
    ),
  ),
);
/** Units that are measured by the letters they stand among. */
const LETTERS = new Map(Object.entries({ em: 1, ex: 0.5, ch: 0.5, cap: 0.7, ic: 1 }));
const FIGURE = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z]*|%)$/u;

/** A figure of a style: its number, its unit, and how many pixels that is among letters of `size`; a share is one of `whole`. */
export interface Length {
  readonly number: number;
  readonly unit: string;
  /** No number where the unit is not known here. */
  readonly px: number;
}

/** The length that `text` is; null where it is none. */
export function lengthOf(text: string, size: number, whole: number = Number.NaN): Length | null {
  // Longer than any figure that somebody writes, and then a search through it costs.
  const [, figure, unit = ""] = text.length > 60 ? [] : (FIGURE.exec(text) ?? []);
  if (figure === undefined) return null;
  const number = Number(figure);
  if (unit === "%") return { number, unit, px: (number / 100) * whole };
  return { number, unit, px: number * (PIXELS.get(unit) ?? (LETTERS.get(unit) ?? Number.NaN) * size) };
}

/** Every length in `value`. */
export function lengthsIn(value: string, size: number): readonly Length[] {
  return value.split(/[\s,/()]+/u).flatMap((part) => {
    const length = lengthOf(part, size);
    return length === null ? [] : [length];
  });
}

const NAMED_SIZES = new Map(
  Object.entries({
    ...{ "xx-small": 9, "x-small": 10, small: 13, medium: 16, large: 18, "x-large": 24, "xx-large": 32, "xxx-large": 48 },
    initial: 16,
  }),
);
const SHORT_FONT =
  /^(?:(?:normal|italic|oblique|bold|bolder|lighter|small-caps|[1-9]00) ){0,4}([^\s/]{1,30})(?: ?\/ ?[^\s/]{1,30})? (?=[a-z"'-])/u;

/** How many pixels high `value` makes letters inside ones of `around`; null where that cannot be worked out. */
export function sizeOf(value: string, around: number): number | null {
  if (/^(?:inherit|unset|revert|revert-layer)$/u.test(value)) return around;
  if (value === "smaller") return around / 1.2;
  if (value === "larger") return around * 1.2;
  const length = lengthOf(value, around, around);
  if (length === null) return NAMED_SIZES.get(value) ?? null;
  // Some programs take a number alone for pixels, others for nothing.
  if (length.unit === "" && length.number !== 0) return Math.min(around, length.px);
  return Number.isNaN(length.px) ? null : Math.max(0, length.px);
}

/** The size that the short form of a font names; null where that cannot be worked out. */
export function shortFontSize(value: string, around: number): number | null {
  if (/^(?:inherit|unset|revert|revert-layer)$/u.test(value)) return around;
  if (/^(?:initial|caption|icon|menu|message-box|small-caption|status-bar)$/u.test(value))
    return NAMED_SIZES.get("small") ?? null;
  const [, size] = SHORT_FONT.exec(value.slice(0, 300).replaceAll(/\s+/gu, " ")) ?? [];
  return size === undefined ? null : sizeOf(size, around);
}
