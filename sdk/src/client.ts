import { actionDigest } from "./canonical.js";
import { Blocked, CountersignError, Expired, Rejected, Stale, Withdrawn } from "./errors.js";
import type { GuardOptions, Guarded } from "./guard.js";
import { guard } from "./guard.js";
import type { HttpOptions } from "./http.js";
import { call, isUnknownHost, mayPass, pause, shortened } from "./http.js";
import type { ReceiptClaims, ReceiptKey } from "./receipt.js";
import { verifyReceipt } from "./receipt.js";
import type { CheckResult, JsonObject, OutcomeStatus, Proposal, ProposalInput } from "./types.js";

export interface CountersignOptions {
  /** Where the server is: `https://countersign.example`. */
  readonly url: string;
  readonly apiKey: string;
  readonly fetch?: typeof fetch;
  /** Further tries after a failure that may pass; 2 when left out. */
  readonly retries?: number;
  /** Milliseconds for one call, beside the time it waits for a decision; 10,000 when left out. */
  readonly timeoutMs?: number;
  /**
   * Milliseconds that `wait` goes on asking a server that does not answer, counted from its last answer; an hour when left out. Meanwhile people
   * may be deciding, or the server is being replaced.
   */
  readonly outageMs?: number;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
}

/** Seconds one call waits for a decision before it asks again: below what proxies cut off. */
const WAIT_SECONDS = 25;
const OUTAGE_MS = 60 * 60 * 1000;
/** The longest pause between two tries while the server does not answer. */
const BACK_OFF_MAX_MS = 30_000;

/** A client for one agent: propose, wait for a person, verify, redeem once, run, report. */
export class Countersign {
  private readonly http: HttpOptions;
  private readonly outageMs: number;
  private keys: readonly ReceiptKey[] | null = null;
  private reached = false;

  constructor({ url, apiKey, fetch: given, retries = 2, timeoutMs = 10_000, outageMs = OUTAGE_MS }: CountersignOptions) {
    this.outageMs = outageMs;
    this.http = { url, apiKey, fetch: given ?? ((input, init) => fetch(input, init)), retries, timeoutMs };
  }

  /**
   * Proposes one action. With the same `key`, the same action answers what the first call answered; without one, each call is new. Answers at
   * once unless `waitSeconds` is given.
   */
  async propose(
    input: ProposalInput,
    options: CallOptions & { readonly key?: string; readonly waitSeconds?: number } = {},
  ): Promise<Proposal> {
    return (await this.proposeOnce(input, options)).proposal;
  }

  /** Like {@link propose}, and says whether an earlier call had made it: then its receipt may have been used already. */
  async proposeOnce(
    input: ProposalInput,
    options: CallOptions & { readonly key?: string; readonly waitSeconds?: number } = {},
  ): Promise<{ readonly proposal: Proposal; readonly replayed: boolean }> {
    let replayed = false;
    const proposal = await call<Proposal>(this.http, {
      method: "POST",
      path: "/proposals",
      body: input,
      headers: { "idempotency-key": options.key ?? crypto.randomUUID() },
      ...(options.waitSeconds === undefined ? {} : { waitSeconds: options.waitSeconds }),
      signal: options.signal,
      onHeaders: (headers) => {
        replayed = headers.get("idempotent-replayed") === "true";
      },
    });
    this.reached = true;
    return { proposal, replayed };
  }

  /** The proposal as it stands. */
  async get(id: string, options: CallOptions & { readonly waitSeconds?: number } = {}): Promise<Proposal> {
    return call<Proposal>(this.http, {
      method: "GET",
      path: `/proposals/${encodeURIComponent(id)}`,
      ...(options.waitSeconds === undefined ? {} : { waitSeconds: options.waitSeconds }),
      signal: options.signal,
    });
  }

  /**
   * The proposal once its answer is final. Asks again for as long as it takes, also while the server cannot be reached or has no room, with
   * growing pauses; ends with `signal`, with a refusal that will not change (one of them is an address at which no Countersign is), or with
   * {@link Unavailable} once the server has not answered for `outageMs`: at once where nobody knows its host and this client never reached it.
   */
  async wait(id: string, options: CallOptions = {}): Promise<Proposal> {
    let answeredAt = Date.now();
    for (let failures = 0; ;) {
      try {
        const proposal = await this.get(id, { ...options, waitSeconds: WAIT_SECONDS });
        this.reached = true;
        if (proposal.status !== "pending") return proposal;
        [failures, answeredAt] = [0, Date.now()];
      } catch (error) {
        const left = answeredAt + this.outageMs - Date.now();
        if (!mayPass(error) || left <= 0 || (!this.reached && isUnknownHost(error))) throw error;
        const backOff = Math.min(BACK_OFF_MAX_MS, 1000 * 2 ** failures) * (0.5 + Math.random() / 2);
        await pause(Math.min(backOff, left), options.signal);
        failures += 1;
      }
    }
  }

  /** The agent's own proposals, newest first. */
  async list(
    query: { readonly status?: string; readonly run?: string; readonly cursor?: string } = {},
  ): Promise<{ readonly items: readonly Proposal[]; readonly next: string | null }> {
    const search = new URLSearchParams(
      Object.entries(query).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
    );
    return call(this.http, { method: "GET", path: `/proposals?${search.toString()}` });
  }

  /** Takes a proposal back: nothing can approve it afterwards. */
  async withdraw(id: string): Promise<Proposal> {
    return call(this.http, { method: "POST", path: `/proposals/${encodeURIComponent(id)}/withdraw`, body: {} });
  }

  /** Uses a receipt, once. Of several callers exactly one succeeds; the others get `already_redeemed`. */
  async redeem(id: string, receipt: string): Promise<{ readonly redemption: string; readonly proposal: Proposal }> {
    return call(this.http, { method: "POST", path: `/proposals/${encodeURIComponent(id)}/redeem`, body: { receipt } });
  }

  /** Says what happened when it ran. */
  async report(id: string, redemption: string, status: OutcomeStatus, detail?: string): Promise<Proposal> {
    const body = { redemption, status, ...(detail === undefined ? {} : { detail: shortened(detail, 10_000) }) };
    return call(this.http, { method: "POST", path: `/proposals/${encodeURIComponent(id)}/outcome`, body });
  }

  /** Files evidence that something which ran was wrong. */
  async fileFinding(
    proposal: string,
    kind: "incident" | "complaint" | "audit" | "reversal" | "label",
    text: string,
  ): Promise<{ readonly id: string }> {
    return call(this.http, { method: "POST", path: "/findings", body: { proposal, kind, text } });
  }

  /** What would happen to a proposal now; nothing is recorded. */
  async check(input: ProposalInput): Promise<CheckResult> {
    return call(this.http, { method: "POST", path: "/check", body: input });
  }

  /** Verifies a receipt offline; the key set is fetched once and again only for a key that is not known. */
  async verifyReceipt(receipt: string): Promise<ReceiptClaims> {
    this.keys ??= await this.fetchKeys();
    try {
      return await verifyReceipt(receipt, { keys: this.keys });
    } catch (error) {
      if (!(error instanceof CountersignError) || error.code !== "receipt_invalid") throw error;
      this.keys = await this.fetchKeys();
      return verifyReceipt(receipt, { keys: this.keys });
    }
  }

  /**
   * The arguments that may run, after checking that they are exactly what was signed. Throws {@link Rejected}, {@link Expired},
   * {@link Blocked}, {@link Withdrawn} for every other end, and {@link Stale} when the digest does not fit.
   */
  async approvedArguments(proposal: Proposal, target: ProposalInput["target"] | null = null): Promise<JsonObject> {
    const { id, decision, receipt } = proposal;
    if (proposal.status !== "approved" || decision === null || receipt === null || decision.arguments === null)
      throw ending(proposal);
    const claims = await this.verifyReceipt(receipt);
    const digest = await actionDigest(
      claims.aud,
      proposal.action.name,
      decision.arguments,
      target === null ? null : { ...target },
    );
    if (claims.sub !== id || claims.action !== proposal.action.name || claims.digest !== digest) {
      throw new Stale(id, "what would run is not what was signed: it must not run");
    }
    return decision.arguments;
  }

  /** A function that runs only what was approved: see {@link guard}. */
  guard<Args extends JsonObject, Result>(
    name: string,
    run: (args: Args) => Promise<Result> | Result,
    options: GuardOptions<Args> = {},
  ): Guarded<Args, Result> {
    return guard(this, name, run, options);
  }

  private async fetchKeys(): Promise<readonly ReceiptKey[]> {
    const set = await call<{ readonly keys: readonly ReceiptKey[] }>(this.http, { method: "GET", path: "/receipts/keys" });
    return set.keys;
  }
}

/** The error that a proposal's end stands for. */
export function ending(proposal: Proposal): CountersignError {
  const { id, status, decision } = proposal;
  switch (status) {
    case "rejected":
      return new Rejected(id, decision?.reason ?? null);
    case "answered":
      return new Rejected(id, decision?.reason ?? null, decision?.answer ?? "");
    case "blocked":
      return new Blocked(id, decision?.reason?.text ?? null);
    case "expired":
      return new Expired(id);
    case "withdrawn":
    case "superseded":
      return new Withdrawn(id, status);
    case "pending":
      return new CountersignError("pending", "nobody has decided yet: wait for it", { proposalId: id });
    case "approved":
      return new Expired(id, "the approval lapsed before it was used: its reviewer was asked to renew it");
  }
}
