/** What a reviewer can do by key. One map makes the handlers, the key badges and the `?` sheet. */
export const COMMANDS = [
  "approve",
  "reject",
  "edit",
  "later",
  "undo",
  "release",
  "next",
  "previous",
  "arrivals",
  "evidence",
  "why",
  "focus",
  "stop_agent",
  "sheet",
  "pick",
  "dismiss",
] as const;
export type CommandName = (typeof COMMANDS)[number];

export interface KeyBinding {
  readonly command: CommandName;
  /** `KeyboardEvent.key`, lower case for letters. */
  readonly key: string;
  /** As printed on the badge. */
  readonly badge: string;
  readonly says: string;
  /** Decides or opens a decision: bound by arming, never by Enter or Space. */
  readonly decides: boolean;
  /** Of `pick`: which of the choices on screen, from 0. */
  readonly choice?: number;
}

/** Keys of the choices on screen: the reasons of a rejection, or the values of a match. */
const PICKS: readonly KeyBinding[] = [1, 2, 3, 4, 5, 6].map((place) => ({
  command: "pick",
  key: String(place),
  badge: String(place),
  says: "Pick a reason or a value, where the card asks for one",
  decides: true,
  choice: place - 1,
}));

/** The default keys (review.md §3.1 rule 6). Enter opens the evidence; neither it nor Space ever decides. */
export const DEFAULT_KEYS: readonly KeyBinding[] = [
  { command: "approve", key: "a", badge: "A", says: "Approve (hold where the button says so)", decides: true },
  { command: "reject", key: "r", badge: "R", says: "Reject", decides: true },
  { command: "edit", key: "e", badge: "E", says: "Edit, then approve", decides: false },
  { command: "later", key: "s", badge: "S", says: "Later: give it back, and see it again last", decides: false },
  { command: "undo", key: "u", badge: "U", says: "Undo the last decision while it is held", decides: false },
  { command: "release", key: "g", badge: "G", says: "Release the last decision now", decides: false },
  { command: "next", key: "j", badge: "J", says: "Next", decides: false },
  { command: "previous", key: "k", badge: "K", says: "Previous", decides: false },
  { command: "arrivals", key: "n", badge: "N", says: "Show what is new", decides: false },
  { command: "evidence", key: "Enter", badge: "↵", says: "Evidence: payload, trace, versions", decides: false },
  { command: "why", key: "w", badge: "W", says: "Why it is here: how the risk was derived", decides: false },
  { command: "focus", key: "f", badge: "F", says: "Focus: one card, full screen", decides: false },
  { command: "stop_agent", key: ".", badge: ".", says: "Stop this agent: everything it wants goes to review", decides: false },
  { command: "sheet", key: "?", badge: "?", says: "All keys", decides: false },
  ...PICKS,
  { command: "dismiss", key: "Escape", badge: "Esc", says: "Leave the question open, or go back to the card", decides: false },
];

/** The badge of a command under a key map; empty when the command has no key. */
export function badgeOf(keys: readonly KeyBinding[], command: CommandName): string {
  return keys.find((binding) => binding.command === command)?.badge ?? "";
}
