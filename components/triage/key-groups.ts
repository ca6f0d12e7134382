import type { CommandName, KeyBinding } from "../../lib/domain/input/key-map";
import { DEFAULT_KEYS } from "../../lib/domain/input/key-map";
import type { KeyGroup } from "../shell/key-sheet";

const GROUPS: readonly { readonly title: string; readonly of: readonly CommandName[] }[] = [
  { title: "Decide", of: ["approve", "reject", "pick", "dismiss", "edit", "undo", "release"] },
  {
    title: "Move and look",
    of: ["next", "previous", "later", "arrivals", "evidence", "why", "focus", "stop_agent", "sheet"],
  },
];

/** The `?` sheet, from the map that the handlers use: a key is on it exactly when it works. */
export const KEY_GROUPS: readonly KeyGroup[] = GROUPS.map(({ title, of }) => ({
  title,
  keys: of.flatMap((command) => entryOf(DEFAULT_KEYS.filter((binding) => binding.command === command))),
}));

/** One line a command, however many keys lead to it: `1 … 6`. */
function entryOf(bindings: readonly KeyBinding[]): KeyGroup["keys"] {
  const [first, last] = [bindings[0], bindings.at(-1)];
  if (first === undefined || last === undefined) return [];
  const keys = first === last ? [first.badge] : [`${first.badge}–${last.badge}`];
  return [{ keys, does: first.says }];
}
