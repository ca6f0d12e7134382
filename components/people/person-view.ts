import type { ActionResult } from "../../lib/contract/action-result";
import type { Role } from "../../lib/domain/words";

/** A person as the screens show them. Instants are milliseconds since the epoch. */
export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly createdAt: number;
  readonly disabledAt: number | null;
  readonly lastSeenAt: number | null;
  /** The one who looks. */
  readonly you: boolean;
}

type Act<Input> = (input: Input) => Promise<ActionResult>;

/** The server actions of the people's screen. Each checks for itself who asks. */
export interface PeopleActions {
  readonly create: Act<{ readonly name: string; readonly email: string; readonly role: string; readonly password: string }>;
  readonly changeRole: Act<{ readonly personId: string; readonly role: string }>;
  readonly setPassword: Act<{ readonly personId: string; readonly password: string }>;
  readonly enable: Act<{ readonly personId: string; readonly enabled: boolean }>;
}

export interface WorkspaceActions {
  readonly set: Act<{ readonly name: string; readonly mode: string }>;
}
