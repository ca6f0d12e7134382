import { AppError } from "../services/app-error";

/** Open calls that wait, counted for each holder and in all, so that nobody can use up the server by waiting (design: trust P12). */
export class Waits {
  private readonly byHolder = new Map<string, number>();
  private readonly perHolder: number;
  private readonly inAll: number;
  private total = 0;

  constructor(caps: { readonly perHolder: number; readonly inAll: number }) {
    this.perHolder = caps.perHolder;
    this.inAll = caps.inAll;
  }

  /** Takes a place and answers the way to give it back, which may be called twice. Throws `too_many_waits` when there is none. */
  enter(holder: string): () => void {
    const held = this.byHolder.get(holder) ?? 0;
    if (held >= this.perHolder) {
      throw new AppError(
        "too_many_waits",
        `${String(this.perHolder)} calls wait already: follow /events with one stream instead`,
      );
    }
    if (this.total >= this.inAll) throw new AppError("too_many_waits", "this server holds as many waiting calls as it can");
    this.byHolder.set(holder, held + 1);
    this.total += 1;
    let open = true;
    return () => {
      if (!open) return;
      open = false;
      this.leave(holder);
    };
  }

  /** How many wait now: 0 when nobody does. */
  get open(): number {
    return this.total;
  }

  private leave(holder: string): void {
    this.total -= 1;
    const held = (this.byHolder.get(holder) ?? 1) - 1;
    if (held === 0) this.byHolder.delete(holder);
    else this.byHolder.set(holder, held);
  }
}
