/** What made the proposal, as the agent says; null where it says nothing. */
export interface RunFacts {
  readonly id: string | null;
  readonly step: number | null;
  readonly model: string | null;
  readonly agentVersion: string | null;
  readonly promptVersion: string | null;
  readonly traceUrl: string | null;
}

/** True when the agent said anything of its run. */
export function namesRun(run: RunFacts): boolean {
  return Object.values(run).some((value) => value !== null);
}
