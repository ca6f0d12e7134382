import type { InputState } from "../../lib/domain/input/input-state";
import { CONFIRM_BY, INITIAL_INPUT, cardKey } from "../../lib/domain/input/input-state";
import { DEFAULT_KEYS } from "../../lib/domain/input/key-map";
import type { InputEvent } from "../../lib/domain/input/key-reducer";
import { reduceInput } from "../../lib/domain/input/key-reducer";
import { TIERS, TREATMENTS } from "../../lib/domain/words";
import { Random } from "../demo/random";
import { accidentOf } from "./input-oracle";
import { effortByKeys } from "./effort";
import { inputInBrowser } from "./input-browser";
import type { Extent, Proof, SkippedProof } from "./proof";
import { orBrokenDown } from "./proof";

const SEQUENCES = { slice: 20_000, full: 100_000 };
const EVENTS_MAX = 60;
const GAP_MS = 900;
const KEYS = ["a", "A", "r", "R", "Enter", " ", "j", "k", "y", "e", "u", "1", "5", "Escape", "Tab"] as const;

/** Nobody decides by accident: random input against the pure reducer, then against the real page in Chromium. And what is meant takes no more than it must. */
export async function input(extent: Extent): Promise<readonly (Proof | SkippedProof)[]> {
  return [
    againstReducer(extent),
    ...(await orBrokenDown("input in Chromium", async () => [await inputInBrowser(extent)])),
    ...(await orBrokenDown("input by keys alone", async () => [await effortByKeys(extent)])),
  ];
}

function againstReducer({ full, progress }: Extent): Proof {
  const random = new Random(20_261_123);
  const sequences = full ? SEQUENCES.full : SEQUENCES.slice;
  const counts = { events: 0, decisions: 0, accidents: 0 };
  for (let sequence = 0; sequence < sequences; sequence += 1) {
    oneSequence(random, counts);
    if (sequence % 5000 === 0) progress(`${String(sequence)} sequences`);
  }
  return {
    name: "input: no sequence of input decides by accident (the pure reducer)",
    // Without decisions that were meant, nothing would have been tried.
    holds: counts.accidents === 0 && counts.decisions > sequences / 100,
    sequences,
    ...counts,
  };
}

function oneSequence(random: Random, counts: { events: number; decisions: number; accidents: number }): void {
  let state = INITIAL_INPUT;
  let at = 0;
  for (let left = random.between(1, EVENTS_MAX); left > 0; left -= 1) {
    at += random.chance(0.3) ? random.between(0, GAP_MS) : random.between(0, 40);
    const event = anyEvent(random, state, at);
    const before = state;
    const reduced = reduceInput(before, event, DEFAULT_KEYS);
    state = reduced.state;
    counts.events += 1;
    if (reduced.intent?.type !== "decide") continue;
    counts.decisions += 1;
    const accident = accidentOf(before, event, at, reduced.intent);
    if (accident === null) continue;
    counts.accidents += 1;
    process.stderr.write(`${accident}: ${JSON.stringify({ before, event })}\n`);
  }
}

/** Mostly what leads somewhere: a card that is shown and painted, keys that come up again; now and then anything. */
function anyEvent(random: Random, state: InputState, at: number): InputEvent {
  const die = random.next();
  if (die < 0.08 || state.card === null) return { type: "shown", card: anyCard(random, at) };
  if (die < 0.2 || state.paintedAt === null) return { type: "painted", card: cardKey(state.card), at };
  if (die < 0.26 || state.attentiveSince === null) return { type: "attention", at };
  if (die < 0.28) return { type: "inattention" };
  if (die < 0.34) {
    const asks = random.pick(["nothing", "nothing", "reason_first", "reason_after", "value", "other"] as const);
    return { type: "asks", asks, choices: random.between(0, 6) };
  }
  if (die < 0.48) return { type: "keyup", key: state.down[0] ?? "a", at };
  if (die < 0.58) return { type: "tick", at };
  return die < 0.7 ? anyPress(random, state, at) : anyKeydown(random, at);
}

function anyPress(random: Random, state: InputState, at: number): InputEvent {
  const die = random.next();
  if (die < 0.35) return { type: "press", at, trusted: random.chance(0.8) };
  if (die < 0.5) return { type: "lift", at, meant: random.chance(0.5) };
  if (die < 0.65) return { type: "pressed", at, trusted: random.chance(0.8) };
  return anyPointed(random, state, at);
}

/** Chosen in a palette that opened a while ago or just now, or pushed aside by a finger that came down then. */
function anyPointed(random: Random, state: InputState, at: number): InputEvent {
  const began = random.chance(0.5)
    ? at - random.between(0, 600)
    : Math.max(0, (state.paintedAt ?? at) + random.between(-200, 900));
  const given = { decision: random.pick(["approve", "reject"] as const), at, trusted: random.chance(0.9) };
  return random.chance(0.5) ? { type: "chosen", ...given, openedAt: began } : { type: "swiped", ...given, startedAt: began };
}

function anyCard(random: Random, at: number) {
  return {
    id: `prp_${String(random.between(1, 3))}`,
    version: random.between(1, 2),
    tier: random.pick(TIERS),
    treatment: random.pick(TREATMENTS),
    regulated: random.chance(0.2),
    decidable: random.chance(0.85),
    approvable: random.chance(0.85),
    signableAt: random.chance(0.2) ? null : at + random.between(0, 1500),
    confirmBy: random.pick(CONFIRM_BY),
  };
}

function anyKeydown(random: Random, at: number): InputEvent {
  return {
    type: "keydown",
    key: random.pick(KEYS),
    at,
    repeat: random.chance(0.2),
    composing: random.chance(0.1),
    trusted: random.chance(0.9),
    modified: random.chance(0.1),
    shift: random.chance(0.15),
    within: random.pick(["page", "page", "page", "button", "field", "dialog"] as const),
  };
}
