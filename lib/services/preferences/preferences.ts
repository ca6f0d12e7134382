import { keyProblems } from "../../domain/input/key-map";
import type { Preferences, SavedView } from "../../domain/preferences";
import { DEFAULT_PREFERENCES, withRenamed, withView } from "../../domain/preferences";
import type { PersonActor } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";

/** How the caller's desk is set up, with a default for everything that they never touched. */
export async function readPreferences(ctx: Context, actor: PersonActor): Promise<Preferences> {
  return { ...DEFAULT_PREFERENCES, ...(await ctx.store.read.preferences(actor.personId)) };
}

/** Changes some of it. Keys that clash, or that no key may be, are refused with `invalid_request` and the command they are for. */
export async function savePreferences(
  ctx: Context,
  actor: PersonActor,
  change: Partial<Omit<Preferences, "views">>,
): Promise<Preferences> {
  const issues = keyProblems(change.keys ?? {}).map(({ command, says }) => ({ path: `keys.${command}`, says }));
  const [first] = issues;
  if (first !== undefined) throw new AppError("invalid_request", first.says, { issues });
  return save(ctx, actor, (before) => ({ ...before, ...change }));
}

/** Keeps a view of the queue under a name; one of the same name is replaced. */
export async function saveView(ctx: Context, actor: PersonActor, view: SavedView): Promise<Preferences> {
  return save(ctx, actor, (before) => {
    const views = withView(before.views, view);
    if (views !== null) return { ...before, views };
    throw new AppError(
      "invalid_request",
      "a view has a name of up to 60 characters and an address of the queue; at most 20 are kept",
    );
  });
}

/** Gives a view another name. Throws `not_found` for one that was forgotten meanwhile, `invalid_request` for a name that it cannot have. */
export async function renameView(
  ctx: Context,
  actor: PersonActor,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Preferences> {
  return save(ctx, actor, (before) => {
    if (!before.views.some(({ name }) => name === from)) throw new AppError("not_found", "you have no such view any more");
    const views = withRenamed(before.views, from, to);
    if (views !== null) return { ...before, views };
    throw new AppError("invalid_request", "a view has a name of up to 60 characters that no other view of yours has");
  });
}

/** Forgets a view. */
export async function deleteView(ctx: Context, actor: PersonActor, name: string): Promise<Preferences> {
  return save(ctx, actor, (before) => ({ ...before, views: before.views.filter((view) => view.name !== name) }));
}

/** Nobody else reads it and nothing rests on it, so the record does not grow. */
async function save(ctx: Context, { personId }: PersonActor, change: (before: Preferences) => Preferences): Promise<Preferences> {
  const { result } = await ctx.store.transact<Preferences>(function* (tx) {
    const after = change({ ...DEFAULT_PREFERENCES, ...(yield* tx.preferences(personId)) });
    yield* tx.savePreferences(personId, after);
    return { result: after, unchanged: true };
  });
  return result;
}
