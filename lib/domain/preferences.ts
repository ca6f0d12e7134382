import type { WarmUpTally } from "./focus/warm-up";
import type { ConfirmBy } from "./input/input-state";
import type { CommandName } from "./input/key-map";
import type { Swipe } from "./input/swipe";
import type { OfferedLanguage } from "./language";

/** Named views a person may keep: more would be a list to search in, and the palette has that. */
export const VIEWS_MAX = 20;
export const VIEW_NAME_MAX = 60;
const ADDRESS_MAX = 500;

/** How long this person's decisions are held before they run: as policy says for the tier, or ten times as long (WCAG 2.2.1). */
export const UNDO_TIMES = ["once", "ten"] as const;
export type UndoTimes = (typeof UNDO_TIMES)[number];

/** What the undo window of policy, in milliseconds, is for this person. Where policy holds nothing, nothing is held. */
export function undoWindow(undoMs: number, times: UndoTimes): number {
  return times === "ten" ? undoMs * 10 : undoMs;
}

/** A view of the queue under a name; the address holds section, filters, order and search. */
export interface SavedView {
  readonly name: string;
  readonly address: string;
}

/** How the desk is set up for one person. Everything in it has a default, and nothing else in the product rests on it. */
export interface Preferences {
  /** Null: what the browser asks for. */
  readonly language: OfferedLanguage | null;
  /** Off: no single character does anything (WCAG 2.1.4). */
  readonly singleKeys: boolean;
  /** Keys that differ from the default, by command. */
  readonly keys: Readonly<Partial<Record<CommandName, string>>>;
  readonly swipe: Swipe;
  readonly confirmBy: ConfirmBy;
  readonly undoTimes: UndoTimes;
  /** Off: nothing is felt in the hand. What it says is always seen as well. */
  readonly haptics: boolean;
  readonly views: readonly SavedView[];
  /** When they last put off a break, in milliseconds; null if they never did. */
  readonly breakDeferredAt: number | null;
  /** How their warm-ups went; null before the first. */
  readonly warmUp: WarmUpTally | null;
}

export const DEFAULT_PREFERENCES: Preferences = {
  language: null,
  singleKeys: true,
  keys: {},
  swipe: "approve_right",
  confirmBy: "hold",
  undoTimes: "once",
  haptics: true,
  views: [],
  breakDeferredAt: null,
  warmUp: null,
};

/** The views with one more, or with another address under a name that exists; null when the name or the address cannot be used. */
export function withView(views: readonly SavedView[], view: SavedView): readonly SavedView[] | null {
  const name = viewName(view.name);
  if (name === null || !isQueueAddress(view.address)) return null;
  const others = views.filter((one) => one.name !== name);
  return others.length >= VIEWS_MAX ? null : [...others, { name, address: view.address }];
}

/** The views with `from` under another name, in its place; null when that name cannot be used, or is another view's. */
export function withRenamed(views: readonly SavedView[], from: string, to: string): readonly SavedView[] | null {
  const name = viewName(to);
  if (name === null || views.some((one) => one.name === name && one.name !== from)) return null;
  return views.map((one) => (one.name === from ? { ...one, name } : one));
}

function viewName(text: string): string | null {
  const name = text.trim();
  return name === "" || name.length > VIEW_NAME_MAX ? null : name;
}

/** True for an address of the queue on this very site: a saved view leads nowhere else. */
export function isQueueAddress(address: string): boolean {
  return address.length <= ADDRESS_MAX && /^\/queue(\?[\w\-.~%&=+]*)?$/.test(address);
}
