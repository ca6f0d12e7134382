import { isAppError } from "../../lib/services/app-error";
import { CountersignError } from "../../sdk/src/index";

const NOTES = 5;

/** Counts how calls that must be refused end: refused with a code of ours, passed, or broken by an error that is not a refusal. */
export class Refusals {
  refused = 0;
  passed = 0;
  broke = 0;
  /** The first few that were not refused. */
  readonly notes: string[] = [];
  private readonly codes = new Map<string, number>();

  get tried(): number {
    return this.refused + this.passed + this.broke;
  }

  /** Makes one call that must be refused; `how` says what is wrong with it. */
  async expect(how: string, call: () => Promise<unknown>): Promise<void> {
    try {
      await call();
      this.passed += 1;
      this.note(`${how}: passed`);
    } catch (error) {
      if (isAppError(error) || error instanceof CountersignError) {
        this.refused += 1;
        this.codes.set(error.code, (this.codes.get(error.code) ?? 0) + 1);
        return;
      }
      this.broke += 1;
      this.note(`${how}: ${String(error)}`);
    }
  }

  /** The refusals by code. */
  inWords(): string {
    return [...this.codes].map(([code, count]) => `${code} ${String(count)}`).join(" · ");
  }

  private note(text: string): void {
    if (this.notes.length < NOTES) this.notes.push(text);
  }
}
