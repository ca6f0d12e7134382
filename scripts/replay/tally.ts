import { printable } from "../../lib/domain/printable";

/** Counts what became of each call, and shows how far it is. */
export class Tally {
  failures = 0;
  private done = 0;
  private readonly treatments = new Map<string, number>();
  private readonly ends = new Map<string, number>();
  private readonly messages: string[] = [];
  private readonly total: number;
  private readonly live: boolean;

  constructor(total: number, live: boolean) {
    this.total = total;
    this.live = live;
  }

  treated(write: boolean, treatment: string): void {
    add(this.treatments, `${write ? "write" : "read"}: ${treatment}`);
  }

  ended(how: string): void {
    add(this.ends, how);
    this.step();
  }

  failed(message: string): void {
    this.failures += 1;
    if (this.messages.length < 20) this.messages.push(message);
    this.step();
  }

  /** The counts as lines. */
  report(): string {
    const lines = (counts: ReadonlyMap<string, number>): string[] =>
      [...counts].sort(([a], [b]) => a.localeCompare(b)).map(([name, count]) => `  ${String(count).padStart(5)}  ${name}`);
    const wrong =
      this.failures === 0
        ? []
        : [`${String(this.failures)} failed`, ...this.messages.map((message) => `  ${printable(message)}`)];
    return `${[`\n${String(this.done)} of ${String(this.total)} calls`, "treatment", ...lines(this.treatments), "end", ...lines(this.ends), ...wrong].join("\n")}\n`;
  }

  private step(): void {
    this.done += 1;
    if (this.live) process.stdout.write(`\r${String(this.done)} of ${String(this.total)} calls`);
    else if (this.done % 100 === 0) process.stdout.write(`${String(this.done)} of ${String(this.total)} calls\n`);
  }
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
