/** What a reviewer can do. One map makes the handlers, the key badges, the `?` sheet and the palette. */
export const COMMANDS = [
  "approve",
  "reject",
  "edit",
  "answer",
  "ask",
  "later",
  "undo",
  "release",
  "together",
  "next",
  "previous",
  "arrivals",
  "evidence",
  "why",
  "comment",
  "take",
  "focus",
  "order",
  "search",
  "stop_agent",
  "palette",
  "sheet",
  "pick",
  "dismiss",
] as const;
export type CommandName = (typeof COMMANDS)[number];

/** What each command does, in full. */
export const KEY_TEXTS = {
  "key.approve": "Approve (hold where the button says so)",
  "key.reject": "Reject",
  "key.edit": "Edit, then approve",
  "key.answer": "Tell the agent something, in place of running it",
  "key.ask": "Ask the agent: send it back with a question, in place of deciding",
  "key.later": "Later: give it back, and see it again last",
  "key.undo": "Undo the last decision while it is held",
  "key.release": "Release the last decision now",
  "key.together": "All that are alike, together",
  "key.next": "Next",
  "key.previous": "Previous",
  "key.arrivals": "Show what is new",
  "key.evidence": "Evidence: payload, trace, versions",
  "key.why": "Why it is here: how the risk was derived",
  "key.comment": "Comment, for other people",
  "key.take": "Make it mine, or give it back",
  "key.focus": "Focus: one card, full screen",
  "key.order": "Order: the next way to sort",
  "key.search": "Search this section",
  "key.stop_agent": "Stop this agent: everything it wants goes to review",
  "key.palette": "Every command, by name",
  "key.sheet": "All keys",
  "key.pick": "Pick a reason or a value, where the card asks for one",
  "key.dismiss": "Leave the question open; go back to the card, or from one card to the list",
} as const satisfies Readonly<Record<`key.${CommandName}`, string>>;

export interface KeyBinding {
  readonly command: CommandName;
  /** `KeyboardEvent.key`, lower case for letters. */
  readonly key: string;
  /** As printed on the badge. */
  readonly badge: string;
  readonly says: string;
  /** Decides or opens a decision: bound by arming, never by Enter or Space. */
  readonly decides: boolean;
  /** Pressed together with Ctrl, or Cmd on a Mac. Such a key never decides. */
  readonly chord?: true;
  /** Of `pick`: which of the choices on screen, from 0. */
  readonly choice?: number;
}

/** Keys of the choices on screen: the reasons of a rejection, or the values of a match. */
const PICKS: readonly KeyBinding[] = [1, 2, 3, 4, 5, 6].map((place) => ({
  command: "pick",
  key: String(place),
  badge: String(place),
  says: KEY_TEXTS["key.pick"],
  decides: true,
  choice: place - 1,
}));

/** The default keys (design: review §3.1 rule 6). Enter opens the evidence; neither it nor Space ever decides. */
export const DEFAULT_KEYS: readonly KeyBinding[] = [
  { command: "approve", key: "a", badge: "A", says: KEY_TEXTS["key.approve"], decides: true },
  { command: "reject", key: "r", badge: "R", says: KEY_TEXTS["key.reject"], decides: true },
  { command: "edit", key: "e", badge: "E", says: KEY_TEXTS["key.edit"], decides: false },
  { command: "answer", key: "t", badge: "T", says: KEY_TEXTS["key.answer"], decides: false },
  { command: "ask", key: "q", badge: "Q", says: KEY_TEXTS["key.ask"], decides: false },
  { command: "later", key: "s", badge: "S", says: KEY_TEXTS["key.later"], decides: false },
  { command: "undo", key: "u", badge: "U", says: KEY_TEXTS["key.undo"], decides: false },
  { command: "release", key: "g", badge: "G", says: KEY_TEXTS["key.release"], decides: false },
  { command: "together", key: "b", badge: "B", says: KEY_TEXTS["key.together"], decides: false },
  { command: "next", key: "j", badge: "J", says: KEY_TEXTS["key.next"], decides: false },
  { command: "previous", key: "k", badge: "K", says: KEY_TEXTS["key.previous"], decides: false },
  { command: "arrivals", key: "n", badge: "N", says: KEY_TEXTS["key.arrivals"], decides: false },
  { command: "evidence", key: "Enter", badge: "↵", says: KEY_TEXTS["key.evidence"], decides: false },
  { command: "why", key: "w", badge: "W", says: KEY_TEXTS["key.why"], decides: false },
  { command: "comment", key: "c", badge: "C", says: KEY_TEXTS["key.comment"], decides: false },
  { command: "take", key: "m", badge: "M", says: KEY_TEXTS["key.take"], decides: false },
  { command: "focus", key: "f", badge: "F", says: KEY_TEXTS["key.focus"], decides: false },
  { command: "order", key: "o", badge: "O", says: KEY_TEXTS["key.order"], decides: false },
  { command: "search", key: "/", badge: "/", says: KEY_TEXTS["key.search"], decides: false },
  { command: "stop_agent", key: ".", badge: ".", says: KEY_TEXTS["key.stop_agent"], decides: false },
  { command: "palette", key: "k", badge: "Ctrl K", says: KEY_TEXTS["key.palette"], decides: false, chord: true },
  { command: "sheet", key: "?", badge: "?", says: KEY_TEXTS["key.sheet"], decides: false },
  ...PICKS,
  { command: "dismiss", key: "Escape", badge: "Esc", says: KEY_TEXTS["key.dismiss"], decides: false },
];

/** Keys that somebody changed, by command. */
export type KeyChanges = Readonly<Partial<Record<CommandName, string>>>;

/** Commands whose key may be changed: those with one character of their own. The choices follow their places, and the rest is no character. */
export const CHANGEABLE: readonly KeyBinding[] = DEFAULT_KEYS.filter(
  (binding) => binding.choice === undefined && binding.chord === undefined && binding.key.length === 1,
);

/** The key map of one person. With single keys off only keys that are no character, and chords, are left (WCAG 2.1.4). */
export function keysFor({
  singleKeys,
  keys,
}: {
  readonly singleKeys: boolean;
  readonly keys: KeyChanges;
}): readonly KeyBinding[] {
  // A map that came to clash, because a later version took a key for itself, is not half used.
  const changes = keyProblems(keys).length === 0 ? keys : {};
  const mine = DEFAULT_KEYS.map((binding): KeyBinding => {
    const key = isChangeable(binding) ? changes[binding.command] : undefined;
    return key === undefined ? binding : { ...binding, key, badge: key.toUpperCase() };
  });
  return singleKeys ? mine : mine.filter(({ key, chord }) => key.length > 1 || chord === true);
}

/** What is wrong with changed keys, one sentence a command; empty when they can be used. */
export function keyProblems(changes: KeyChanges): readonly { readonly command: CommandName; readonly says: string }[] {
  const all = CHANGEABLE.map(({ command, key, says }) => ({ command, key: changes[command] ?? key, says: nameOf(says) }));
  const unknown = COMMANDS.filter((command) => command in changes && !CHANGEABLE.some((binding) => binding.command === command));
  return [
    ...unknown.map((command) => ({ command, says: "this key cannot be changed" })),
    ...all.flatMap(({ command, key }) => {
      const says = faultOf(key) ?? clash(all, command, key);
      return says === null ? [] : [{ command, says }];
    }),
  ];
}

function clash(
  all: readonly { readonly command: CommandName; readonly key: string; readonly says: string }[],
  command: CommandName,
  key: string,
): string | null {
  const other = all.find((one) => one.command !== command && one.key === key);
  return other === undefined ? null : `“${key.toUpperCase()}” is the key of “${other.says}” already`;
}

/** Enter and Space never decide, digits pick what is on screen, and a key is one that can be seen on its badge. */
function faultOf(key: string): string | null {
  if (!/^[\p{L}\p{P}\p{S}\p{N}]$/u.test(key)) return "press one letter or sign";
  if (/^[0-9]$/.test(key)) return "digits pick among the choices on screen: take another key";
  return key === key.toLowerCase() ? null : "use the lower-case letter";
}

function isChangeable(binding: KeyBinding): boolean {
  return CHANGEABLE.includes(binding);
}

/** The first words of what a command does: its name in a list. */
export function nameOf(says: string): string {
  return says.split(/[:(,]/u)[0]?.trim() ?? says;
}
