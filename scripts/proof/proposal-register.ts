import type { Sequential } from "./linearizable";

/** What a caller of a race asks of one proposal. People are named by their ids. */
export type Asked =
  | { readonly type: "approve" | "edit" | "reject"; readonly by: string; readonly version: number }
  | { readonly type: "undo" | "release"; readonly by: string }
  | { readonly type: "withdraw" | "expire" | "due" | "redeem" | "look" };

type Status = "pending" | "held" | "approved" | "rejected" | "withdrawn" | "expired";

/** What it was told: `accepted` or the code of the refusal, and what the answer said beside it. */
export interface Told {
  readonly code: string;
  readonly status?: string;
  /** Of a look: the version in force and who has signed it. Of a refusal as stale: the version in force. */
  readonly version?: number;
  readonly signers?: readonly string[];
  /** Who decided: of a look all of them, of a refusal the last. */
  readonly by?: readonly string[];
}

/** One proposal as anybody may see it. */
interface Register {
  readonly status: Status;
  readonly version: number;
  readonly signers: readonly string[];
  readonly by: readonly string[];
  readonly rejected: boolean;
  readonly redeemed: boolean;
}

/** How many people sign it, and who may not be one of them. */
export interface Rules {
  readonly signatures: 1 | 2;
  readonly owner: string | null;
}

const NEW: Register = { status: "pending", version: 1, signers: [], by: [], rejected: false, redeemed: false };
const DONE: Told = { code: "accepted" };

interface Step {
  readonly told: Told;
  readonly after: Register;
}

/**
 * What a proposal is to whoever calls one after the other: the contract of the product in few words, and on purpose not its decider, which is
 * what is checked. Every call has exactly one true answer in each state.
 */
export function proposalRegister(rules: Rules): Sequential<Register, Asked, Told> {
  return {
    initial: NEW,
    next(state, asked, told) {
      const { told: truth, after } = step(state, asked, rules);
      return told === null || agrees(truth, told) ? [after] : [];
    },
  };
}

/** True when everything that the truth says was told so; what it leaves out may be told or not. */
function agrees(truth: Told, told: Told): boolean {
  return (
    truth.code === told.code &&
    (truth.status === undefined || truth.status === told.status) &&
    (truth.version === undefined || truth.version === told.version) &&
    (truth.signers === undefined || same(truth.signers, told.signers)) &&
    (truth.by === undefined || same(truth.by, told.by))
  );
}

function same(one: readonly string[], other: readonly string[] | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function step(state: Register, asked: Asked, rules: Rules): Step {
  const { status, by } = state;
  const refused = (code: string, more: Partial<Told> = {}): Step => ({ told: { code, ...more }, after: state });
  const done = (change: Partial<Register>, told: Told = DONE): Step => ({ told, after: { ...state, ...change } });
  const open = status === "pending" || status === "held";
  switch (asked.type) {
    case "look":
      return done({}, { ...DONE, status, version: state.version, signers: state.signers, by });
    case "withdraw":
      return open || status === "withdrawn" ? done({ status: "withdrawn", by: [] }) : refused("not_pending", { status });
    case "expire":
      return status === "pending" ? done({ status: "expired" }) : refused("late");
    case "due":
      return done(status === "held" ? released(state) : {});
    case "release":
      if (status !== "held") return done({});
      return by.includes(asked.by) ? done(released(state)) : refused("forbidden");
    case "undo":
      return undone(state, asked.by);
    case "redeem":
      if (status !== "approved") return refused("not_approved", { status });
      return state.redeemed ? refused("already_redeemed") : done({ redeemed: true });
    case "approve":
    case "edit":
    case "reject":
      return decided(state, asked, rules);
  }
}

function released({ rejected }: Register): Partial<Register> {
  return { status: rejected ? "rejected" : "approved" };
}

function undone(state: Register, person: string): Step {
  const { status, by, signers } = state;
  const signed = status === "pending" && signers.includes(person);
  if (signed || (status === "held" && by.includes(person))) {
    const after: Register = {
      ...state,
      status: "pending",
      by: [],
      rejected: false,
      signers: signers.filter((each) => each !== person),
    };
    return { told: DONE, after };
  }
  return { told: { code: status === "held" ? "forbidden" : "undo_closed" }, after: state };
}

type Decision = Extract<Asked, { version: number }>;

function decided(state: Register, asked: Decision, { signatures, owner }: Rules): Step {
  const refused = (code: string, more: Partial<Told> = {}): Step => ({ told: { code, ...more }, after: state });
  if (state.by.length > 0) return refused("already_decided", { by: state.by.slice(-1) });
  if (state.status !== "pending") return refused("not_pending", { status: state.status });
  if (asked.version !== state.version) return refused("stale", { version: state.version });
  const held = (change: Partial<Register>): Step => ({
    told: { code: "accepted", status: "held" },
    after: { ...state, status: "held", ...change },
  });
  if (asked.type === "reject") return held({ by: [asked.by], rejected: true });
  if (signatures === 2 && asked.by === owner) return refused("separation_of_duties");
  if (state.signers.includes(asked.by)) return refused("already_signed");
  const edits = asked.type === "edit";
  // An edit is another version, which nobody but its editor has signed.
  const signers = edits ? [asked.by] : [...state.signers, asked.by];
  const version = edits ? state.version + 1 : state.version;
  if (signers.length >= signatures) return held({ signers, version, by: signers });
  return { told: { code: "accepted", status: "pending" }, after: { ...state, signers, version } };
}
