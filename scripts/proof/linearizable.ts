/** One call on something shared, as its caller saw it. */
export interface Call<Input, Output> {
  readonly input: Input;
  /** What the caller was told; null when nobody can say whether the call took effect. */
  readonly output: Output | null;
  /** Where it began and ended in one order of all beginnings and ends. */
  readonly began: number;
  readonly ended: number;
}

/** The shared thing as it would be if calls came strictly one after the other. States are plain data. */
export interface Sequential<State, Input, Output> {
  readonly initial: State;
  /** The states that can follow when the caller is told `output`; none when it could not have been told that in this state. */
  readonly next: (state: State, input: Input, output: Output | null) => readonly State[];
}

/** Writes down calls and what they were told, in the order in which they began and ended in this process. */
export class History<Input, Output> {
  readonly calls: Call<Input, Output>[] = [];
  private moment = 0;

  /** Makes the call; `make` answers null when it cannot be known whether it took effect. */
  async record(input: Input, make: () => Promise<Output | null>): Promise<Output | null> {
    this.moment += 1;
    const began = this.moment;
    const output = await make();
    this.moment += 1;
    this.calls.push({ input, output, began, ended: this.moment });
    return output;
  }
}

/**
 * An order in which the calls could have been made one after the other, each told what it was told, none before one that had ended when it
 * began; null when there is none: then the thing is not linearizable. What nobody knows of may have happened at any time after it began, or
 * never. Searches as Wing and Gong (1993) do, and remembers what it tried as Lowe (2017) does.
 */
export function linearization<State, Input, Output>(
  calls: readonly Call<Input, Output>[],
  { initial, next }: Sequential<State, Input, Output>,
): readonly Call<Input, Output>[] | null {
  const tried = new Set<string>();
  const order: Call<Input, Output>[] = [];
  const search = (state: State, left: readonly number[]): boolean => {
    const pending = left.map((index) => required(calls[index]));
    if (pending.every(({ output }) => output === null)) return true;
    const place = `${left.join(" ")} ${JSON.stringify(state)}`;
    if (tried.has(place)) return false;
    tried.add(place);
    const firstEnd = Math.min(...pending.map(endOf));
    for (const [at, call] of pending.entries()) {
      if (call.began > firstEnd) continue;
      order.push(call);
      const others = left.filter((_, index) => index !== at);
      if (next(state, call.input, call.output).some((after) => search(after, others))) return true;
      order.pop();
    }
    return false;
  };
  return search(initial, [...calls.keys()]) ? order : null;
}

function endOf({ output, ended }: Call<unknown, unknown>): number {
  return output === null ? Infinity : ended;
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("INVARIANT: a call of this history");
  return value;
}
