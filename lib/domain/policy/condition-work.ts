import { RE2JS } from "@bufbuild/re2";

/** The longest pattern that `matches` takes, in UTF-16 units. */
export const PATTERN_LENGTH_MAX = 512;
/** The longest text that `matches` looks at, in UTF-16 units. */
const MATCHED_LENGTH_MAX = 65_536;
/** The longest list that a condition may walk with `exists`, `all`, `filter`, `map` or `exists_one`. */
export const WALKED_LENGTH_MAX = 1_000;
/**
 * Work that all conditions on one proposal may spend on patterns, in characters × (200 + instructions of the pattern).
 * Matching is linear in both (RE2), so this bounds the time a hostile text can take: about 50 ms on one slow core.
 */
const PATTERN_WORK_MAX = 14_000_000;

interface CompiledText {
  readonly matcher: RE2JS;
  readonly cost: number;
}

/** RE2 matching with a budget: patterns are compiled once, and a text that would take too long is refused by throwing. */
export interface PatternWork {
  /** Null when the pattern can be used, else why not. */
  prepare(pattern: string): string | null;
  /** Starts the budget anew, once a proposal. */
  begin(): void;
  /** The engine for CEL's `matches`. Throws where the budget is spent: the evaluator turns that into an error value. */
  readonly re2: { compile(pattern: string): { test(text: string): boolean } };
}

/** A new budget with its own compiled patterns. */
export function patternWork(): PatternWork {
  const compiled = new Map<string, CompiledText>();
  let spent = 0;
  return {
    prepare(pattern) {
      if (pattern.length > PATTERN_LENGTH_MAX) return `the pattern is longer than ${PATTERN_LENGTH_MAX} characters`;
      try {
        const matcher = RE2JS.compile(pattern);
        compiled.set(pattern, { matcher, cost: 200 + matcher.re2().prog.inst.length });
        return null;
      } catch (error) {
        return `the pattern cannot be used: ${error instanceof Error ? error.message : "it is not RE2"}`;
      }
    },
    begin() {
      spent = 0;
    },
    re2: {
      compile(pattern) {
        const found = compiled.get(pattern);
        // INVARIANT: patterns are literals, prepared with their condition; an agent's text is never compiled.
        if (found === undefined) throw new Error("the pattern was not prepared");
        return {
          test(text) {
            spent += text.length * found.cost;
            if (text.length > MATCHED_LENGTH_MAX || spent > PATTERN_WORK_MAX) throw new Error("the text is too long to match");
            return found.matcher.test(text);
          },
        };
      },
    },
  };
}
