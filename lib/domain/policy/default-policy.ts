import { DEFAULT_CATALOGUE } from "./default-catalogue";
import type { Limit, MatrixCell, PolicyDocument, Rule } from "./policy-document";

const auto: MatrixCell = { start: "auto", loosest: "auto" };
const look = (loosest: MatrixCell["loosest"]): MatrixCell => ({ start: "review", loosest });
const hold: MatrixCell = { start: "confirm", loosest: "L2" };
const two: MatrixCell = { start: "two_person", loosest: "start" };

const RULES: readonly Rule[] = [
  {
    id: "email-to-many",
    match: "email.*",
    when: "size(derived.recipients) > 20",
    then: { stakes: "S3", reason: "more than 20 recipients" },
  },
  {
    id: "sql-many-rows",
    match: "sql.*",
    when: "has(derived.rows) && derived.rows > 1000",
    then: { reversibility: "R3", reason: "more than 1,000 rows" },
  },
  {
    id: "shell-in-production",
    match: "shell.*",
    when: 'has(derived.environment) && derived.environment == "production"',
    then: { stakes: "S3", reason: "in production" },
  },
  {
    id: "shell-runs-download",
    match: "shell.*",
    when: 'has(arguments.command) && type(arguments.command) == string && arguments.command.matches("(?i)(curl|wget)\\\\b.*\\\\|\\\\s*(ba|z|da)?sh\\\\b")',
    then: { treatment: "two_person", reason: "runs what it downloads" },
  },
  {
    id: "file-leaves-folder",
    match: "file.*",
    when: 'derived.paths.exists(path, path.startsWith(".."))',
    then: { tier: "T2", treatment: "confirm", reason: "a path leaves its folder" },
  },
];

const LIMITS: readonly Limit[] = [
  { id: "payments-a-day", match: "payment.*", per: "agent", window: "24h", sum: 25_000, then: "review" },
];

/** The policy of a new workspace: light on what can be taken back, two people on what is severe and cannot. */
export const DEFAULT_POLICY: PolicyDocument = {
  format: 1,
  name: "Default",
  catalogue: [...DEFAULT_CATALOGUE],
  rules: [...RULES],
  tiers: {
    S0: { R0: "T0", R1: "T0", R2: "T0", R3: "T1" },
    S1: { R0: "T0", R1: "T0", R2: "T1", R3: "T1" },
    S2: { R0: "T0", R1: "T1", R2: "T1", R3: "T2" },
    S3: { R0: "T1", R1: "T2", R2: "T2", R3: "T3" },
    S4: { R0: "T2", R1: "T3", R2: "T3", R3: "T3" },
  },
  matrix: {
    S0: { R0: auto, R1: auto, R2: auto, R3: look("L4") },
    S1: { R0: auto, R1: { start: "audit:0.05", loosest: "auto" }, R2: { start: "audit:0.2", loosest: "L4" }, R3: look("L4") },
    S2: { R0: { start: "audit:0.2", loosest: "auto" }, R1: look("L4"), R2: look("L4"), R3: hold },
    S3: { R0: look("L4"), R1: hold, R2: hold, R3: two },
    S4: { R0: hold, R1: two, R2: two, R3: two },
  },
  thresholds: {
    confidenceFloor: { default: 0.7, payment: 0.9 },
    amounts: [50, 1_000, 25_000],
    undoSeconds: { T0: 3, T1: 5, T2: 10, T3: 30 },
  },
  limits: [...LIMITS],
};
