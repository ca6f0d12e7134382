import type { Declaration } from "./declarations";
import { lengthOf, lengthsIn, type Length } from "./lengths";

/** Why a style may keep its text from a reader. */
export interface Hiding {
  readonly why: string;
  /** `text`: where it has text. `turned`: where its text runs the usual way. `symbols`: where its text has words. `always`: even where it has none. */
  readonly where: "always" | "text" | "turned" | "symbols";
}

/** What a rule reads beside its value. */
interface Around {
  readonly name: string;
  /** The height of the letters, in pixels. */
  readonly size: number;
  /** Whether it flows within a line. */
  readonly inline: boolean;
}

type Rule = (value: string, around: Around) => boolean;
/** Smaller than this, a box shows none of its text. */
const BOX_MIN_PX = 6;
const NOT_SHOWN = "an element that is not shown";
const COVERS = "an element that may cover others";
const ORDER = "text in another order than it is written in";
const SQUEEZED = "text that is drawn over itself";

const isNot =
  (form: RegExp): Rule =>
  (value) =>
    !form.test(value);
const is =
  (form: RegExp): Rule =>
  (value) =>
    form.test(value);
const someLength =
  (found: (length: Length, around: Around) => boolean): Rule =>
  (value, around) =>
    lengthsIn(value, around.size).some((length) => found(length, around));

const isTinyBox: Rule = (value, { size }) => {
  const length = lengthOf(value, size);
  return length !== null && (length.unit === "%" ? length.number < 1 : length.px < BOX_MIN_PX);
};
const isMovedAway = someLength(({ number, unit, px }, { name }) => {
  const [least, most] = name.startsWith("padding") ? [0, 999] : name === "text-indent" ? [-99, 999] : [-9, 999];
  if (unit === "%") return number < -5 || number > 85;
  return px < least || px > most;
});
const isSqueezed = someLength(({ px }, { size }) => px < -0.15 * size || px > 200);
const isSmallScale: Rule = (value, { size }) =>
  lengthsIn(value, size).some(({ number, unit }) => number < (unit === "%" ? 50 : 0.5));
const isFlatLine: Rule = (value, { size }) => {
  const length = lengthOf(value, size, size);
  return length !== null && (length.unit === "" ? length.number < 0.5 : length.px < size / 2);
};

/** A transformation that leaves its text where and as large as it was, or nearly. */
function isTransformed(value: string, around: Around): boolean {
  if (value === "none") return false;
  const steps = value.match(/[a-z\d]{1,20}\([^()]{0,80}\)/gu) ?? [];
  if (steps.join("").length < value.replaceAll(/\s/gu, "").length - 40 || steps.length === 0) return true;
  return steps.some((step) => {
    const lengths = lengthsIn(step, around.size);
    if (/^scale(?:x|y|3d)?\(/u.test(step)) return isSmallScale(step, around);
    if (/^translate(?:x|y|z|3d)?\(/u.test(step)) return lengths.some(({ unit, px }) => unit === "%" || !(Math.abs(px) < 20));
    return !/^rotate\(/u.test(step) || lengths.some(({ unit, number }) => unit !== "deg" || Math.abs(number) > 15);
  });
}

const RULES: readonly (readonly [name: RegExp, rule: Rule, why: string, where: Hiding["where"]])[] = [
  [/^display$/u, is(/none|contents/u), NOT_SHOWN, "text"],
  [/^display$/u, is(/-group|table-caption|ruby/u), ORDER, "text"],
  [/^visibility$/u, is(/hidden|collapse/u), NOT_SHOWN, "text"],
  [/^content-visibility$/u, is(/hidden/u), NOT_SHOWN, "text"],
  [/^(?:max-)?(?:height|width|block-size|inline-size)$/u, isTinyBox, NOT_SHOWN, "text"],
  [/^(?:margin|inset|left$|right$|top$|bottom$|text-indent$|padding)/u, isMovedAway, "text that is moved away", "text"],
  [/^(?:margin|inset|left$|right$|top$|bottom$)/u, someLength(({ px }) => px < -9), COVERS, "always"],
  [/^padding/u, someLength(({ px }, { inline }) => inline && px >= 100), COVERS, "always"],
  [
    /^(?:outline(?:-width|-offset)?|border(?:-[a-z]+)*-width|border(?:-(?:top|bottom|left|right))?)$/u,
    someLength(({ px }) => px >= 40),
    COVERS,
    "always",
  ],
  [
    /^box-shadow$/u,
    (value, { size }) => lengthsIn(value, size).some(({ px }) => Math.abs(px) >= (value.includes("inset") ? 10 : 100)),
    COVERS,
    "always",
  ],
  [/^text-shadow$/u, someLength(({ px }) => Math.abs(px) >= 30), COVERS, "always"],
  [/^position$/u, is(/absolute|fixed|sticky/u), COVERS, "always"],
  [/^(?:filter|backdrop-filter)$/u, isNot(/^(?:none|initial|progid:|alpha\()/u), NOT_SHOWN, "text"],
  [/-blend-mode$/u, isNot(/^normal$/u), NOT_SHOWN, "always"],
  [/^transform$/u, isTransformed, NOT_SHOWN, "text"],
  [/^(?:scale|zoom)$/u, isSmallScale, "text too small to read", "text"],
  [
    /^(?:rotate|translate|offset(?:-path)?|clip-path|box-reflect|text-security|line-clamp|font-size-adjust)$/u,
    isNot(/^(?:none|initial)$/u),
    NOT_SHOWN,
    "text",
  ],
  [/^clip$/u, isNot(/^auto$/u), NOT_SHOWN, "text"],
  [/^mask/u, is(/./u), NOT_SHOWN, "text"],
  [/^text-(?:fill-color|stroke)/u, is(/./u), NOT_SHOWN, "text"],
  [/^z-index$/u, is(/^-/u), NOT_SHOWN, "text"],
  [/^mso-hide$/u, isNot(/^none$/u), NOT_SHOWN, "text"],
  [/^direction$/u, is(/rtl/u), ORDER, "turned"],
  [/^unicode-bidi$/u, is(/override/u), ORDER, "text"],
  [/^(?:letter|word)-spacing$/u, isSqueezed, SQUEEZED, "text"],
  [/^line-height$/u, isFlatLine, SQUEEZED, "text"],
  [/^text-combine-upright$/u, isNot(/^none$/u), SQUEEZED, "text"],
  [/^vertical-align$/u, someLength(({ px }) => Math.abs(px) > 40), "text that is moved away", "text"],
  [/^text-size-adjust$/u, (value) => (lengthOf(value, 16)?.number ?? 100) < 50, "text too small to read", "text"],
  [/^content$/u, isNot(/^(?:none|normal|""|'')$/u), "words that a style adds", "always"],
  [/^order$/u, isNot(/^0$/u), ORDER, "text"],
  [/^flex-(?:direction|flow|wrap)$/u, is(/reverse/u), ORDER, "text"],
  [/^grid-(?:area|row|column|template-areas)/u, isNot(/^auto$/u), ORDER, "text"],
  [/^caption-side$/u, is(/bottom/u), ORDER, "text"],
  [/^font(?:-family)?$/u, is(/webdings|wingdings|dingbats|symbol/u), "letters that are drawn as others", "symbols"],
  [/^all$/u, is(/./u), "a style that can’t be worked out", "text"],
  [/^(?!font|mso-|src$|panose)/u, is(/"[^"]|'[^']/u), "words that a style adds", "always"],
  [
    /^(?!src$|cursor$|behavior$|font)/u,
    is(/(?:url|image-set|element|paint|cross-fade)\s*\(/u),
    "a picture behind the text",
    "always",
  ],
  [/^(?!-|font-family$)/u, is(/(?:var|env|attr|if|random)\s*\(/u), "a style that can’t be worked out", "text"],
];

/** Whatever `declarations` may keep from a reader, ink and ground aside; whichever of them counts in the end. */
export function hidingsOf(declarations: readonly Declaration[], size: number, inline: boolean): readonly Hiding[] {
  const found = declarations.flatMap(({ name, value }) => {
    const around = { name, size, inline };
    return RULES.filter(([form, rule]) => form.test(name) && rule(value, around)).map(([, , why, where]): Hiding => ({
      why,
      where,
    }));
  });
  return isCutOff(declarations, size) ? [...found, { why: "an element that is not shown whole", where: "text" }] : found;
}

/** A box that shows a part of its text: it cuts off what does not fit, and is of a size of its own. */
function isCutOff(declarations: readonly Declaration[], size: number): boolean {
  if (!declarations.some(({ name, value }) => name.startsWith("overflow") && /hidden|clip|scroll|auto/u.test(value)))
    return false;
  return declarations.some(({ name, value }) => {
    if (name === "white-space") return value.includes("nowrap") || value === "pre";
    if (/^(?:max-)?(?:height|block-size)$/u.test(name)) return !/^(?:auto|none|100%|initial)$/u.test(value);
    if (!/^(?:max-)?(?:width|inline-size)$/u.test(name)) return false;
    const length = lengthOf(value, size);
    return length === null ? value.includes("(") : length.unit === "%" ? length.number < 10 : length.px < 60;
  });
}
