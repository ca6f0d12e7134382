/** One thing of what was sent that does not fit: where it is, and what is wrong with it. */
export interface Issue {
  readonly path: string;
  readonly says: string;
}

interface ErrorDetails {
  readonly status?: number;
  readonly requestId?: string;
  readonly proposalId?: string;
  readonly issues?: readonly Issue[];
  readonly cause?: unknown;
}

/** Why an action did not run, or a call did not succeed. Told apart by `code`, which never changes meaning. */
export class CountersignError extends Error {
  override readonly name: string = "CountersignError";
  readonly code: string;
  /** HTTP status of the answer; null when there was none. */
  readonly status: number | null;
  /** The server's id of the request, for its log; null when there was none. */
  readonly requestId: string | null;
  /** The proposal it is about; null when none was made. */
  readonly proposalId: string | null;
  /** What does not fit, field by field; empty where nothing was sent that does not. */
  readonly issues: readonly Issue[];

  constructor(code: string, message: string, more: ErrorDetails = {}) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.code = code;
    this.status = more.status ?? null;
    this.requestId = more.requestId ?? null;
    this.proposalId = more.proposalId ?? null;
    this.issues = more.issues ?? [];
  }
}

/** The code of a rejection that is a question. */
const ASK_AGENT = "ask_agent";

/** A person said no, or asks something first. `reason` is for the model to read. */
export class Rejected extends CountersignError {
  override readonly name = "Rejected";
  readonly reason: { readonly code: string; readonly text: string | null } | null;
  /** The person's reply, when they answered in place of letting it run. */
  readonly answer: string | null;
  /** What the person needs to know before they can decide: propose it again with that. Null where they judged it. */
  readonly question: string | null;

  constructor(proposalId: string, reason: Rejected["reason"], answer: string | null = null) {
    const why = answer ?? reason?.text ?? reason?.code ?? "no reason given";
    const question = answer === null && reason?.code === ASK_AGENT ? reason.text : null;
    const says = question === null ? `a person did not let it run: ${why}` : `a person asks before they decide: ${question}`;
    super(answer === null ? "decided_by_human" : "answered_by_human", says, { proposalId });
    this.reason = reason;
    this.answer = answer;
    this.question = question;
  }
}

/** Nobody decided in time. Never a person's no. */
export class Expired extends CountersignError {
  override readonly name = "Expired";
  constructor(proposalId: string, message = "nobody decided in time: propose it again if it is still wanted") {
    super("expired", message, { proposalId });
  }
}

/** Policy does not let it run. */
export class Blocked extends CountersignError {
  override readonly name = "Blocked";
  constructor(proposalId: string, why: string | null) {
    super("policy_block", `policy does not let it run: ${why ?? "see the proposal"}`, { proposalId });
  }
}

/** The agent took it back, or a later version took its place. */
export class Withdrawn extends CountersignError {
  override readonly name = "Withdrawn";
  constructor(proposalId: string, code: "withdrawn" | "superseded") {
    super(code, `the proposal was ${code}: it must not run`, { proposalId });
  }
}

/** What would run is not what was approved. */
export class Stale extends CountersignError {
  override readonly name = "Stale";
  constructor(proposalId: string | null, message: string) {
    super("stale", message, proposalId === null ? {} : { proposalId });
  }
}

/** The server could not be reached or could not answer: the action did not run. */
export class Unavailable extends CountersignError {
  override readonly name = "Unavailable";
  constructor(message: string, more: Omit<ErrorDetails, "proposalId"> = {}) {
    super("unavailable", message, more);
  }
}
