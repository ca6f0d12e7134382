import type { ActionResult } from "../../lib/contract/action-result";

/** A place where the person is signed in. Instants are milliseconds since the epoch. */
export interface SessionView {
  readonly id: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  readonly expiresAt: number;
  readonly userAgent: string | null;
  /** The one that looks. */
  readonly current: boolean;
}

type Act<Input> = (input: Input) => Promise<ActionResult>;

/** The server actions of one's own account. Each checks for itself who asks. */
export interface AccountActions {
  readonly changePassword: Act<{ readonly current: string; readonly next: string }>;
  readonly endSession: Act<{ readonly sessionId: string }>;
  readonly endOthers: Act<null>;
}
