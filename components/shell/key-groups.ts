import type { CommandName, KeyBinding } from "../../lib/domain/input/key-map";
import type { Words } from "../words/make-words";
import type { KeyGroup } from "./key-sheet";

const GROUPS: readonly { readonly title: "decide" | "look" | "desk"; readonly of: readonly CommandName[] }[] = [
  { title: "decide", of: ["approve", "reject", "pick", "dismiss", "edit", "answer", "ask", "undo", "release", "together"] },
  {
    title: "look",
    of: ["next", "previous", "later", "arrivals", "evidence", "why", "comment", "take", "focus"],
  },
  { title: "desk", of: ["order", "search", "stop_agent", "palette", "sheet"] },
];

/** The `?` sheet, from the map that the handlers use: a key is on it exactly when it works. */
export function keyGroups(t: Words<"keys">, keys: readonly KeyBinding[]): readonly KeyGroup[] {
  return GROUPS.map(({ title, of }) => ({
    title: t(title),
    keys: of.flatMap((command) =>
      entryOf(
        t,
        keys.filter((binding) => binding.command === command),
      ),
    ),
  })).filter((group) => group.keys.length > 0);
}

/** One line a command, however many keys lead to it: `1 … 6`. */
function entryOf(t: Words<"keys">, bindings: readonly KeyBinding[]): KeyGroup["keys"] {
  const [first, last] = [bindings[0], bindings.at(-1)];
  if (first === undefined || last === undefined) return [];
  const keys = first === last ? [first.badge] : [`${first.badge}–${last.badge}`];
  return [{ keys, does: t(`key.${first.command}`) }];
}
