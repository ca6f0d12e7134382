/** A colour as red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

const NAMED: Readonly<Record<string, string>> = {
  ...{ white: "fff", snow: "fffafa", ivory: "fffff0", ghostwhite: "f8f8ff", whitesmoke: "f5f5f5", floralwhite: "fffaf0" },
  ...{ azure: "f0ffff", mintcream: "f5fffa", honeydew: "f0fff0", aliceblue: "f0f8ff", seashell: "fff5ee", linen: "faf0e6" },
  ...{ lavenderblush: "fff0f5", cornsilk: "fff8dc", lightyellow: "ffffe0", lightcyan: "e0ffff", beige: "f5f5dc" },
  ...{ oldlace: "fdf5e6", lemonchiffon: "fffacd", lightgoldenrodyellow: "fafad2", papayawhip: "ffefd5", mistyrose: "ffe4e1" },
  ...{ antiquewhite: "faebd7", blanchedalmond: "ffebcd", lavender: "e6e6fa", bisque: "ffe4c4", transparent: "0000" },
  ...{ black: "000", navy: "000080", blue: "00f", red: "f00", green: "008000", gray: "808080", grey: "808080", silver: "c0c0c0" },
  ...{ maroon: "800000", purple: "800080", teal: "008080", orange: "ffa500", gainsboro: "dcdcdc" },
  ...{ lightgray: "d3d3d3", lightgrey: "d3d3d3" },
};
const HEX = /^#?([\da-f]{8}|[\da-f]{6}|[\da-f]{3,4})(?![\da-z])/u;
const FUNCTION = /^(rgb|hsl)a?\(([^()]{1,80})\)/u;
const FIGURE = /^[+-]?(?:\d{1,6}(?:\.\d{0,20})?|\.\d{1,20})(?:e-\d{1,3})?$/u;
const TURN: Readonly<Record<string, number>> = { "": 1, deg: 1, grad: 0.9, rad: 180 / Math.PI, turn: 360 };

/**
 * The colour that `text` starts with, as it is seen on `ground`: `#fff`, `rgb(1, 2, 3)`, `rgb(0 0 0 / 87%)`, `hsl(210, 50%, 40%)`, `navy`. Null
 * where it is none of these.
 */
export function colourOf(text: string, ground: Colour): Colour | null {
  const value = text.trim().toLowerCase();
  const [, name = ""] = /^([a-z]{3,20})(?![\w(-])/u.exec(value) ?? [];
  const hex = (Object.hasOwn(NAMED, name) ? NAMED[name] : undefined) ?? HEX.exec(value)?.[1];
  if (hex !== undefined) return blended(ofHex(hex), ground);
  const [, form, list] = FUNCTION.exec(value) ?? [];
  const parts = list?.split(/[\s,/]+/u).filter((part) => part !== "") ?? [];
  if (parts.length < 3 || parts.length > 4) return null;
  const figures = form === "hsl" ? ofHue(parts) : parts.map((part, at) => figureOf(part, at === 3 ? 1 : 255));
  return figures.some(Number.isNaN) ? null : blended(figures, ground);
}

/** How far apart two colours are to the eye (WCAG 2.2): 1 to 21. */
export function contrast(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function ofHex(hex: string): readonly number[] {
  const digits = hex.length < 6 ? Array.from(hex, (digit) => digit + digit).join("") : hex;
  const channels = [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
  return digits.length === 8 ? [...channels, Number.parseInt(digits.slice(6), 16) / 255] : channels;
}

/** A number, or a share of `whole`; no number where it is neither. */
function figureOf(part: string, whole: number): number {
  const share = part.endsWith("%");
  const figure = share ? part.slice(0, -1) : part;
  if (!FIGURE.test(figure)) return Number.NaN;
  return share ? (Number(figure) / 100) * whole : Number(figure);
}

function ofHue([turned = "", ...shares]: readonly string[]): readonly number[] {
  const [, angle = "", unit = ""] = /^([^a-z]*(?:e-\d{1,3})?)(deg|grad|rad|turn)?$/u.exec(turned) ?? [];
  const hue = figureOf(angle, Number.NaN) * (TURN[unit] ?? Number.NaN);
  const [saturation = Number.NaN, lightness = Number.NaN] = shares
    .slice(0, 2)
    .map((part) => Math.min(1, Math.max(0, figureOf(part.endsWith("%") ? part : `${part}%`, 1))));
  const channels = [0, 8, 4].map((at) => {
    const step = (((at + hue / 30) % 12) + 12) % 12;
    const reach = saturation * Math.min(lightness, 1 - lightness);
    return 255 * (lightness - reach * Math.max(-1, Math.min(step - 3, 9 - step, 1)));
  });
  const [, , alpha] = shares;
  return alpha === undefined ? channels : [...channels, figureOf(alpha, 1)];
}

function blended([red = 0, green = 0, blue = 0, alpha = 1]: readonly number[], ground: Colour): Colour {
  const share = Math.min(1, Math.max(0, alpha));
  const on = (ink: number, below: number): number => Math.min(255, Math.max(0, ink)) * share + below * (1 - share);
  return [on(red, ground[0]), on(green, ground[1]), on(blue, ground[2])];
}

/** Relative luminance, as WCAG 2.2 has it. */
function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((value) => {
    const share = Math.min(255, value) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}
