import type { Context } from "./context";

const REGISTRY = Symbol.for("countersign.of-context");

type Registry = WeakMap<Context, Map<string, unknown>>;

/**
 * The one value of that name beside a context, made on first use. The server and the framework's bundler load separate copies of every
 * module but share the context, so a counter or a cache kept here is one for the whole process.
 */
export function ofContext<Value>(ctx: Context, name: string, make: () => Value): Value {
  const beside = registry().get(ctx) ?? new Map<string, unknown>();
  registry().set(ctx, beside);
  if (!beside.has(name)) beside.set(name, make());
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- a name stands for one type: only its module uses it
  return beside.get(name) as Value;
}

function registry(): Registry {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the symbol is ours: nothing else writes it
  const holder = globalThis as { [REGISTRY]?: Registry | undefined };
  return (holder[REGISTRY] ??= new WeakMap());
}
