import { TREATMENTS, type Treatment } from "../words";

/** How a policy document spells what a cell does: a treatment, or `audit:` with the share that is looked at afterwards. */
export type CellTreatment = Exclude<Treatment, "audit"> | `audit:${number}`;

/** A treatment with its audit share; the share is null unless the treatment is `audit`. */
export interface Handling {
  readonly treatment: Treatment;
  readonly auditRate: number | null;
}

/**
 * How far measured evidence or a standing approval may loosen a cell, strictest first: not at all, to ladder level L2
 * (a random share before running), L3 (audited), L4 (audited at the floor), or to running unaudited.
 */
export const LOOSEST = ["start", "L2", "L3", "L4", "auto"] as const;
export type Loosest = (typeof LOOSEST)[number];

const AUDIT = /^audit:(0\.\d{1,4}|1)$/;
const PLAIN: ReadonlyMap<string, Treatment> = new Map(
  TREATMENTS.filter((treatment) => treatment !== "audit").map((treatment) => [treatment, treatment]),
);

/** True for `auto`, `audit:0.05` (a share above 0, at most 1, at most four decimals), `review`, `confirm`, `two_person`, `block`. */
export function isCellTreatment(value: unknown): value is CellTreatment {
  if (typeof value !== "string") return false;
  return PLAIN.has(value) || (AUDIT.test(value) && Number(value.slice(6)) > 0);
}

/** The treatment and audit share that a spelling stands for; one that is not a spelling stands for a person's look. */
export function handlingOf(cell: string): Handling {
  if (AUDIT.test(cell)) return { treatment: "audit", auditRate: Number(cell.slice(6)) };
  return { treatment: PLAIN.get(cell) ?? "review", auditRate: null };
}

/** A number that grows with strictness; two audits compare by their share. */
export function strictness(handling: Handling): number {
  return TREATMENTS.indexOf(handling.treatment) + (handling.auditRate ?? 0) / 2;
}

/** The stricter of two; the first when they are equal. */
export function stricter(a: Handling, b: Handling): Handling {
  return strictness(b) > strictness(a) ? b : a;
}

/** True when a cell runs without a person looking first. */
export function runsByItself(cell: CellTreatment): boolean {
  return cell === "auto" || cell.startsWith("audit:");
}
