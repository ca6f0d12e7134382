import type * as z from "zod";
import type { PeopleEvent } from "../contract/people";
import { toLease, toQueueRow } from "../contract/queue-view";
import type { ProposalId } from "../domain/ids";
import { isHalfSigned, openLook } from "../domain/second-look";
import type { PersonActor } from "../services/actor";
import type { Context } from "../services/context";
import { shownStops } from "../services/stops/shown-stops";
import { namesOf } from "../services/triage/names-of";
import { peopleIn } from "../services/triage/read-queue";
import { areCommentsSealed } from "../services/triage/withheld";

type Event = z.infer<typeof PeopleEvent>;
export type FeedListener = (event: Event) => void;

/** Changes are gathered for this long: many at once cost one read of each row, however many dashboards are open. */
const GATHER_MS = 40;
const ROWS_MAX = 200;

/**
 * What every open dashboard is told, made once for all of them, and where not all may know how much was said, twice: which rows changed and how they
 * look now. Nothing is read while nobody listens.
 */
export class PeopleFeed {
  private readonly ctx: Context;
  private readonly listeners = new Map<FeedListener, PersonActor>();
  private readonly changed = new Map<ProposalId, string>();
  private readonly leased = new Set<ProposalId>();
  private timer: NodeJS.Timeout | null = null;
  private leaveHub: (() => void) | null = null;
  private stopsTold: Promise<void> = Promise.resolve();

  constructor(ctx: Context) {
    this.ctx = ctx;
  }

  /** Calls `listener` with what is stopped and with every change from now on, as `actor` may know it. Returns the way out. */
  listen(actor: PersonActor, listener: FeedListener): () => void {
    this.listeners.set(listener, actor);
    this.leaveHub ??= this.enterHub();
    this.tellStops(listener);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0) return;
      this.leaveHub?.();
      this.leaveHub = null;
      this.changed.clear();
      this.leased.clear();
      if (this.timer !== null) clearTimeout(this.timer);
      this.timer = null;
    };
  }

  private enterHub(): () => void {
    return this.ctx.hub.onAny((message) => {
      switch (message.type) {
        case "proposal": {
          const last = message.rows.at(-1);
          // What policy let run or blocked at once was never in anyone's queue.
          if (last === undefined || last.type === "proposal.allowed" || last.type === "proposal.blocked") return;
          this.changed.set(message.state.id, last.type);
          this.gather();
          return;
        }
        case "lease":
          this.leased.add(message.proposalId);
          this.gather();
          return;
        case "policy":
          this.tell({ type: "policy", version: message.version });
          return;
        case "stops":
          this.tellStops((event) => {
            this.tell(event);
          });
          return;
        case "access":
          return;
      }
    });
  }

  /** One after the other: what was read earlier must not be told later. */
  private tellStops(to: FeedListener): void {
    this.stopsTold = this.stopsTold
      .then(async () => {
        to({ type: "stops", stops: await shownStops(this.ctx) });
      })
      .catch((error: unknown) => {
        this.ctx.log.warn({ err: error }, "dashboards were not told what is stopped");
      });
  }

  private gather(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      void this.flush().catch((error: unknown) => {
        this.ctx.log.warn({ err: error }, "dashboards were not told of a change");
      });
    }, GATHER_MS);
  }

  private async flush(): Promise<void> {
    const changed = [...this.changed].slice(0, ROWS_MAX);
    const leased = [...this.leased].slice(0, ROWS_MAX);
    for (const [id] of changed) this.changed.delete(id);
    for (const id of leased) this.leased.delete(id);
    if (this.changed.size > 0 || this.leased.size > 0) this.gather();
    for (const [id, event] of changed) await this.tellRow(id, event);
    for (const id of leased) await this.tellLease(id);
  }

  private async tellRow(id: ProposalId, event: string): Promise<void> {
    const row = await this.ctx.store.read.listRow(id);
    if (row === null) return;
    const names = await namesOf(this.ctx, peopleIn(row));
    // What became of it is part of how it was decided: of something that waits for a second opinion nobody is told.
    // Nor between two signatures that anybody said anything: whoever signs second decides without it.
    const said = event === "proposal.commented" && isHalfSigned(row.state) ? "proposal.signed" : event;
    const told = openLook(row) === "double" ? "look.drawn" : said;
    const sealed: Event = { type: "proposal", row: toQueueRow(row, names), queue: row.queue, event: told };
    // Who signed first reads on, and so does who decides nothing.
    const heard: Event = {
      ...sealed,
      row: toQueueRow({ ...row, heard: true }, names),
      event: event === "proposal.commented" ? event : told,
    };
    for (const [listener, actor] of [...this.listeners]) listener(areCommentsSealed(actor, row) ? sealed : heard);
  }

  private async tellLease(id: ProposalId): Promise<void> {
    const [lease] = await this.ctx.store.read.leases([id], this.ctx.clock());
    const names = await namesOf(this.ctx, lease === undefined ? [] : [lease.personId]);
    const shown = lease === undefined ? null : toLease(lease, names);
    this.tell({ type: "lease", proposal: id, lease: shown });
  }

  private tell(event: Event): void {
    for (const listener of [...this.listeners.keys()]) listener(event);
  }
}
