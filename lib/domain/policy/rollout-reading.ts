/** What one of both versions did since the roll-out began. */
export interface SideReading {
  readonly version: number;
  /** What it let run without a person; a crash loses at most the last minute of it. */
  readonly ran: number;
  /** Of that, what somebody checked afterwards, and what of it was wrong. */
  readonly checked: number;
  readonly bad: number;
}

/** A version that takes effect in stages, as people look at it. Instants are milliseconds. */
export type RolloutReading =
  | {
      readonly type: "running";
      readonly next: SideReading;
      readonly before: SideReading;
      /** From 0. */
      readonly step: number;
      readonly share: number;
      readonly nextAt: number | null;
      readonly pausedAt: number | null;
      /** Only a version that lets more through is returned by itself. */
      readonly riskier: boolean;
    }
  | { readonly type: "returned"; readonly version: number; readonly before: number; readonly at: number; readonly why: string };
