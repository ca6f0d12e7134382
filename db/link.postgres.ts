import type { PoolClient } from "pg";
import { postgresQuery, runOn } from "./connection.postgres";
import { translate } from "./failures.postgres";
import { isUnavailable } from "./store/failures";
import type { Steps } from "./store/store";

/** Steps through bodies on one connection. Plain writes answer nothing, so without savepoints they are sent and not waited for. */
export class Link {
  wrote = 0;
  failed = false;
  private readonly client: PoolClient;
  private readonly withSavepoints: boolean;
  private readonly sent: Promise<unknown>[] = [];
  private unavailable: unknown = null;

  constructor(client: PoolClient, withSavepoints: boolean) {
    this.client = client;
    this.withSavepoints = withSavepoints;
  }

  async walk<Result>(steps: Steps<Result>): Promise<Result> {
    let step = steps.next([]);
    while (step.done !== true) {
      const query = postgresQuery(step.value);
      if (!query.plan.reads) this.wrote += 1;
      const running = runOn(this.client, query).catch((error: unknown) => this.fail(error));
      if (this.withSavepoints || query.plan.answers) {
        step = steps.next(await running);
      } else {
        this.sent.push(running.catch(() => undefined));
        step = steps.next([]);
      }
    }
    return step.value;
  }

  /** From here on the next body writes. */
  async mark(): Promise<void> {
    if (this.withSavepoints) await this.client.query("savepoint body");
  }

  async takeBack(): Promise<void> {
    if (this.withSavepoints) await this.client.query("rollback to savepoint body");
  }

  /** True once everything that was sent is known to have succeeded; false when only savepoints could have saved the group. */
  async settled(): Promise<boolean> {
    await Promise.all(this.sent);
    if (this.unavailable !== null) throw translate(this.unavailable);
    return this.withSavepoints || !this.failed;
  }

  private fail(error: unknown): never {
    this.failed = true;
    if (isUnavailable(error)) this.unavailable ??= error;
    throw error;
  }
}
