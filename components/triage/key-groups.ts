import type { CommandName, KeyBinding } from "../../lib/domain/input/key-map";
import type { KeyGroup } from "../shell/key-sheet";

const GROUPS: readonly { readonly title: string; readonly of: readonly CommandName[] }[] = [
  { title: "Decide", of: ["approve", "reject", "pick", "dismiss", "edit", "undo", "release", "together"] },
  {
    title: "Move and look",
    of: ["next", "previous", "later", "arrivals", "evidence", "why", "comment", "take", "focus"],
  },
  { title: "The desk", of: ["order", "search", "stop_agent", "palette", "sheet"] },
];

/** The `?` sheet, from the map that the handlers use: a key is on it exactly when it works. */
export function keyGroups(keys: readonly KeyBinding[]): readonly KeyGroup[] {
  return GROUPS.map(({ title, of }) => ({
    title,
    keys: of.flatMap((command) => entryOf(keys.filter((binding) => binding.command === command))),
  })).filter((group) => group.keys.length > 0);
}

/** One line a command, however many keys lead to it: `1 … 6`. */
function entryOf(bindings: readonly KeyBinding[]): KeyGroup["keys"] {
  const [first, last] = [bindings[0], bindings.at(-1)];
  if (first === undefined || last === undefined) return [];
  const keys = first === last ? [first.badge] : [`${first.badge}–${last.badge}`];
  return [{ keys, does: first.says }];
}
