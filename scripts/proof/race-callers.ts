import type { ProposalState } from "../../lib/domain/proposal";
import type { PersonActor, SystemActor } from "../../lib/services/actor";
import type { Context } from "../../lib/services/context";
import { redeem } from "../../lib/services/redeem";
import { transition } from "../../lib/services/transition";
import { releaseNow } from "../../lib/services/triage/release";
import { undoDecision } from "../../lib/services/triage/undo-decision";
import { withdraw } from "../../lib/services/withdraw";
import type { Arena, Record } from "./race-arena";
import { anyServer, decide, hop, look, toldOf } from "./race-arena";
import type { Told } from "./proposal-register";

const WORKER: SystemActor = { type: "system", name: "worker" };
const DONE: Told = { code: "accepted" };
/** Turns that a caller may come late by. */
const HOPS = { decide: 2, withdraw: 24, expire: 14, look: 10, undo: 6, sign: 6 } as const;
/** How often somebody who is told that the proposal changed looks at it again and decides anew. */
const LOOKS = 3;

/** What the people of a race for one signature want. */
const CHOICES = ["approve", "approve", "approve", "reject", "reject", "edit"] as const;
/** Deciders of one proposal: the people, its agent who withdraws it, and the clock that expires it. */
export const DECIDERS = CHOICES.length + 2;
export const REDEEMERS = 8;

type Caller = () => Promise<unknown>;

/** Eight decide on one proposal at once, two look on. */
export async function raceForOne(arena: Arena, history: Record, state: ProposalState): Promise<void> {
  const { random, people } = arena;
  const deciders = CHOICES.map((type, index): Caller => {
    const person = personAt(people, index);
    // Every other time the undo window ends at once: what is merely held could still be withdrawn.
    const atOnce = random.chance(0.5);
    return async () => {
      await hop(arena, HOPS.decide);
      const told = await decide(arena, history, person, { shown: state, type, edited: editOf("ticket", `edited ${state.id}`) });
      if (told?.code === "accepted" && atOnce) await release(arena, history, person, state);
    };
  });
  const others: Caller[] = [() => withdrawLate(arena, history, state), () => expireLate(arena, history, state)];
  await Promise.all([...deciders, ...others, ...onlookers(arena, history, state)].map((call) => call()));
}

/** Eight callers on one proposal that needs two: signatures, a double click, an edit, a signature taken back, and its agent's owner. */
export async function raceForTwo(arena: Arena, history: Record, state: ProposalState): Promise<void> {
  const { random, people, owner } = arena;
  const [ada, ben, cal, dan, eve] = [0, 1, 2, 3, 4].map((index) => personAt(people, index));
  if (ada === undefined || ben === undefined || cal === undefined || dan === undefined || eve === undefined) return;
  const sign = (person: PersonActor, type: "approve" | "edit" | "reject" = "approve") =>
    signing(arena, history, { person, state, type });
  const callers: readonly Caller[] = [
    () => sign(ada),
    () => sign(ada),
    async () => {
      await sign(ben);
      await hop(arena, HOPS.undo);
      await undo(arena, history, ben, state);
    },
    () => sign(cal),
    () => sign(dan, "edit"),
    () => sign(owner),
    () => sign(eve, random.chance(0.2) ? "reject" : "approve"),
    () => (random.chance(0.1) ? withdrawLate(arena, history, state) : undo(arena, history, ada, state)),
  ];
  await Promise.all([...callers, ...onlookers(arena, history, state)].map((call) => call()));
}

/** Eight executors with the same receipt at once. */
export async function raceToRedeem(
  arena: Arena,
  history: Record,
  { id, receipt }: { readonly id: ProposalState["id"]; readonly receipt: string },
): Promise<void> {
  const { agent } = arena;
  const calls = Array.from({ length: REDEEMERS }, () =>
    history.record({ type: "redeem" }, () =>
      toldOf(async () => {
        await redeem(anyServer(arena), agent, id, receipt);
        return DONE;
      }),
    ),
  );
  await Promise.all(calls);
}

/** Decides, and looks and decides again when told that the proposal changed meanwhile. */
async function signing(
  arena: Arena,
  history: Record,
  {
    person,
    state,
    type,
  }: { readonly person: PersonActor; readonly state: ProposalState; readonly type: "approve" | "edit" | "reject" },
): Promise<void> {
  await hop(arena, HOPS.sign);
  let shown: Parameters<typeof decide>[3]["shown"] = state;
  for (let looks = 0; looks < LOOKS; looks += 1) {
    const edited = editOf("path", `exports/${state.id}-${String(looks)}.csv`);
    const told = await decide(arena, history, person, { shown, type, edited });
    if (told?.code !== "stale") return;
    shown = (await look(anyServer(arena), history, state.id)) ?? shown;
  }
}

function onlookers(arena: Arena, history: Record, { id }: ProposalState): readonly Caller[] {
  const looking = async (): Promise<void> => {
    await hop(arena, HOPS.look);
    await look(anyServer(arena), history, id);
  };
  return [looking, looking];
}

async function release(arena: Arena, history: Record, person: PersonActor, { id }: ProposalState): Promise<void> {
  await history.record({ type: "release", by: person.personId }, () =>
    toldOf(async () => {
      await releaseNow(anyServer(arena), person, { proposal: id });
      return DONE;
    }),
  );
}

async function undo(arena: Arena, history: Record, person: PersonActor, { id }: ProposalState): Promise<void> {
  await hop(arena, HOPS.undo);
  await history.record({ type: "undo", by: person.personId }, () =>
    toldOf(async () => {
      await undoDecision(anyServer(arena), person, { proposal: id });
      return DONE;
    }),
  );
}

async function withdrawLate(arena: Arena, history: Record, { id }: ProposalState): Promise<void> {
  await hop(arena, HOPS.withdraw);
  await history.record({ type: "withdraw" }, () =>
    toldOf(async () => {
      await withdraw(anyServer(arena), arena.agent, id);
      return DONE;
    }),
  );
}

/** Expires it as a server whose clock has reached the deadline does. */
async function expireLate(arena: Arena, history: Record, { id, expiresAt }: ProposalState): Promise<void> {
  await hop(arena, HOPS.expire);
  const late: Context = { ...anyServer(arena), clock: () => expiresAt };
  await history.record({ type: "expire" }, () =>
    toldOf(async () => {
      const { events } = await transition(late, WORKER, id, { command: () => ({ type: "expire" }) });
      // Expiry that finds a decided proposal changes nothing and refuses nothing.
      return events.length === 0 ? { code: "late" } : DONE;
    }),
  );
}

function editOf(field: string, value: string) {
  const rest = field === "ticket" ? { tag: "shipping" } : {};
  return { type: "edit" as const, arguments: { [field]: value, ...rest }, reason: { code: "wrong_amount", text: null } };
}

function personAt(people: readonly PersonActor[], index: number): PersonActor {
  const person = people[index];
  if (person === undefined) throw new Error("there are as many people as callers");
  return person;
}
