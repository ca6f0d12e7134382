import { AppError } from "../services/app-error";

/** The idempotency keys whose first call is still running in this process. */
export class InFlight {
  private readonly running = new Set<string>();

  /** Runs `work` as the only call with this key of this agent. Throws `idempotency_in_flight` while another one runs. */
  async only<Value>(agentId: string, keys: readonly (string | null)[], work: () => Promise<Value>): Promise<Value> {
    const names = keys.filter((key) => key !== null).map((key) => `${agentId} ${key}`);
    if (names.some((name) => this.running.has(name))) {
      throw new AppError("idempotency_in_flight", "the first call with this key is still running: send it again in a second");
    }
    for (const name of names) this.running.add(name);
    try {
      return await work();
    } finally {
      for (const name of names) this.running.delete(name);
    }
  }
}
