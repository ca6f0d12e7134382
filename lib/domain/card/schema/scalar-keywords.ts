import type { Json } from "../../json";
import { compilePattern } from "./pattern";
import { fault, report, wholeNumber, type Keyword, type Rule, type Run } from "./rule";

/** Keywords that hold for texts and numbers; values of other types fit. `format` is an annotation, as the standard has it. */
export function scalarKeywords(): readonly (readonly [string, Keyword])[] {
  return [
    ["minLength", lengthOfText((length, limit) => length >= limit, "at least")],
    ["maxLength", lengthOfText((length, limit) => length <= limit, "at most")],
    ["pattern", pattern],
    ["minimum", bound((found, limit) => found >= limit, "at least")],
    ["maximum", bound((found, limit) => found <= limit, "at most")],
    ["exclusiveMinimum", bound((found, limit) => found > limit, "more than")],
    ["exclusiveMaximum", bound((found, limit) => found < limit, "less than")],
    ["multipleOf", multipleOf],
  ];
}

/** Counted in code points, as the standard counts. */
function lengthOfText(holds: (length: number, limit: number) => boolean, words: string): Keyword {
  return (value, _schema, where, compiler) => {
    const limit = wholeNumber(value, where, compiler);
    if (limit === null) return null;
    return forTexts((found, path, run) => {
      if (!holds(Array.from(found).length, limit)) report(run, path, `must have ${words} ${limit} characters`);
    });
  };
}

const pattern: Keyword = (value, _schema, where, compiler) => {
  if (typeof value !== "string") return fault(compiler, where, "must be a text");
  const compiled = compilePattern(value, where, compiler);
  if (compiled === null) return null;
  return forTexts((found, path, run) => {
    if (!compiled.test(found, run)) report(run, path, "does not have the wanted form");
  });
};

function bound(holds: (found: number, limit: number) => boolean, words: string): Keyword {
  return (value, _schema, where, compiler) => {
    if (typeof value !== "number") return fault(compiler, where, "must be a number");
    return forNumbers((found, path, run) => {
      if (!holds(found, value)) report(run, path, `must be ${words} ${value}`);
    });
  };
}

const multipleOf: Keyword = (value, _schema, where, compiler) => {
  if (typeof value !== "number" || !(value > 0)) return fault(compiler, where, "must be a number above 0");
  return forNumbers((found, path, run) => {
    if (!isMultiple(found, value)) report(run, path, `must be a multiple of ${value}`);
  });
};

/** In decimal, as the numbers were written: 0.3 is a multiple of 0.1 though their doubles are not. */
function isMultiple(value: number, step: number): boolean {
  const [a, b] = [decimal(value), decimal(step)];
  const exponent = Math.min(a.exponent, b.exponent);
  const whole = (number: typeof a): bigint => number.digits * 10n ** BigInt(number.exponent - exponent);
  return whole(a) % whole(b) === 0n;
}

/** Exact: the shortest spelling of a double has at most 17 digits and an exponent within ±400. */
function decimal(value: number): { readonly digits: bigint; readonly exponent: number } {
  const [coefficient = "0", exponent = "0"] = Math.abs(value).toString().split("e");
  const [whole = "0", fraction = ""] = coefficient.split(".");
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}

function forTexts(rule: (value: string, path: string, run: Run) => void): Rule {
  return (value: Json, path, run) => {
    if (typeof value === "string") rule(value, path, run);
  };
}

function forNumbers(rule: (value: number, path: string, run: Run) => void): Rule {
  return (value: Json, path, run) => {
    if (typeof value === "number" && Number.isFinite(value)) rule(value, path, run);
  };
}
