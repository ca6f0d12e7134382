import { RE2JS } from "@bufbuild/re2";
import { fault, STEPS_MAX, type Compiler, type Run } from "./rule";

const LENGTH_MAX = 512;
/** Instructions of all patterns of one schema; counted repeats multiply them. */
const INSTRUCTIONS_MAX = 20_000;
/** Characters × instructions that cost as much as one step of the interpreter. */
const WORK_PER_STEP = 200;

export interface Pattern {
  /** True when the pattern is found anywhere in `text`; false once the work is spent, which the validation then reports. */
  test(text: string, run: Run): boolean;
}

/** A pattern in RE2's language, which matches in time linear in the text; null and a fault where it cannot be used. */
export function compilePattern(source: string, where: string, compiler: Compiler): Pattern | null {
  if (source.length > LENGTH_MAX) return fault(compiler, where, `has a pattern longer than ${LENGTH_MAX} characters`);
  let matcher: RE2JS;
  try {
    matcher = RE2JS.compile(source);
  } catch (error) {
    return fault(
      compiler,
      where,
      `has a pattern that is not RE2: ${error instanceof Error ? error.message : "it does not parse"}`,
    );
  }
  const cost = 10 + matcher.re2().prog.inst.length;
  // Counting is what the compiler state is for: no pattern is too long alone, all together may be.
  compiler.instructions += cost;
  if (compiler.instructions > INSTRUCTIONS_MAX) return fault(compiler, where, "has patterns that repeat too much: simplify them");
  return {
    test(text, run) {
      run.work.steps += Math.ceil((text.length * cost) / WORK_PER_STEP);
      return run.work.steps <= STEPS_MAX && matcher.test(text);
    },
  };
}
