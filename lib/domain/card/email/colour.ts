import { NAMED_COLOURS } from "./named-colours";

/** A colour as red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];
/** A colour as it is written: what is below shows through where its last figure is below 1. */
export type Ink = readonly [red: number, green: number, blue: number, share: number];

export const BLACK: Ink = [0, 0, 0, 1];
const NAMED = new Map([
  ...Object.entries(NAMED_COLOURS),
  // Colours of the reader’s system, as they are where nobody chose others.
  ...Object.entries({ canvas: "fff", window: "fff", canvastext: "000", windowtext: "000", linktext: "00e", transparent: "0000" }),
]);
const HEX = /^#([\da-f]{8}|[\da-f]{6}|[\da-f]{3,4})$/u;
const FUNCTION = /^(rgb|hsl)a?\(([^()]{1,80})\)$/u;
const FIGURE = /^[+-]?(?:\d{1,6}(?:\.\d{0,20})?|\.\d{1,20})(?:e-\d{1,3})?$/u;
const TURN: Readonly<Record<string, number>> = { "": 1, deg: 1, grad: 0.9, rad: 180 / Math.PI, turn: 360 };

/**
 * The colour that `text` is, and nothing beside it: `#fff`, `rgb(1, 2, 3)`, `rgb(0 0 0 / 87%)`, `hsl(210, 50%, 40%)`, `navy`. Null where it is
 * none of these: then nobody knows here what is drawn.
 */
export function colourOf(text: string): Ink | null {
  const value = text.trim().toLowerCase();
  const hex = NAMED.get(value) ?? HEX.exec(value)?.[1];
  if (hex !== undefined) return ofHex(hex);
  const [, form, list] = FUNCTION.exec(value) ?? [];
  const parts = list?.split(/[\s,/]+/u).filter((part) => part !== "") ?? [];
  if (parts.length < 3 || parts.length > 4) return null;
  const figures = form === "hsl" ? ofHue(parts) : parts.map((part, at) => figureOf(part, at === 3 ? 1 : 255));
  return figures.some(Number.isNaN) ? null : inkOf(figures);
}

/** The colour that `bgcolor="…"` or `<font color="…">` means: whatever is written, browsers make a colour of it. Null where nothing is. */
export function attributeColour(text: string): Ink | null {
  const value = text.trim().toLowerCase();
  if (value === "" || value === "transparent") return null;
  const known = NAMED_COLOURS[value] ?? /^#([\da-f]{3})$/u.exec(value)?.[1];
  if (known !== undefined) return ofHex(known);
  // The rules for parsing a legacy colour value of the HTML standard.
  const figures = value
    .replaceAll(/[\u{10000}-\u{10ffff}]/gu, "00")
    .slice(0, 128)
    .replace(/^#/u, "")
    .replaceAll(/[^\da-f]/gu, "0");
  const third = Math.max(1, Math.ceil(figures.length / 3));
  const padded = figures.padEnd(third * 3, "0");
  const parts = [0, 1, 2].map((at) => padded.slice(at * third, (at + 1) * third).slice(-8));
  const noughts = Math.min(...parts.map((part) => /^0*/u.exec(part)?.[0].length ?? 0), (parts[0]?.length ?? 2) - 2);
  return inkOf(parts.map((part) => Number.parseInt(part.slice(Math.max(0, noughts)).slice(0, 2), 16)));
}

/** `ink` as it is seen on `ground`. */
export function over([red, green, blue, share]: Ink, ground: Colour): Colour {
  const on = (drawn: number, below: number): number => drawn * share + below * (1 - share);
  return [on(red, ground[0]), on(green, ground[1]), on(blue, ground[2])];
}

/** How far apart two colours are to the eye (WCAG 2.2): 1 to 21. */
export function contrast(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function ofHex(hex: string): Ink {
  const digits = hex.length < 6 ? Array.from(hex, (digit) => digit + digit).join("") : hex;
  const channels = [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
  return inkOf(digits.length === 8 ? [...channels, Number.parseInt(digits.slice(6), 16) / 255] : channels);
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

function inkOf([red = 0, green = 0, blue = 0, share = 1]: readonly number[]): Ink {
  const within = (figure: number): number => Math.min(255, Math.max(0, figure));
  return [within(red), within(green), within(blue), Math.min(1, Math.max(0, share))];
}

/** Relative luminance, as WCAG 2.2 has it. */
function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((value) => {
    const share = Math.min(255, value) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}
