import type { AgentId } from "../../lib/domain/ids";
import type { Cell } from "../../lib/domain/measure/ladder";
import type { Level } from "../../lib/domain/policy/ladder-handling";
import type { Kind, Tier } from "../../lib/domain/words";
import type { Steps } from "./steps";

/** Which cell: kind × agent × action name × tier. */
export interface CellKey {
  readonly agentId: AgentId;
  readonly actionName: string;
  readonly kind: Kind;
  readonly tier: Tier;
}

export interface CellRecord extends CellKey {
  readonly level: Level;
  readonly cell: Cell;
  readonly at: number;
}

export interface CellReads {
  /** The cells that changed last, newest first. */
  cells(limit: number): Promise<readonly CellRecord[]>;
  /** Every cell that does not stand on L1: what policy has to know. */
  movedCells(): Promise<readonly CellRecord[]>;
}

export interface CellWrites {
  cell(key: CellKey): Steps<CellRecord | null>;
  saveCell(record: CellRecord): Steps<void>;
}
