import * as z from "zod";
import { byKind } from "../by-kind";
import { compileSchema } from "../card/arguments-schema";
import { isJsonObject, type Json, type JsonObject } from "../json";
import { KINDS, REVERSIBILITIES, STAKES, TIERS } from "../words";
import { isCellTreatment, LOOSEST, type CellTreatment } from "./cell-treatment";
import { durationMs } from "./duration";
import { POLICY_LIMITS } from "./policy-limits";

/** Whose proposals a limit counts together: one agent's, one action name's, or everybody's. */
const LIMIT_SCOPES = ["agent", "action", "workspace"] as const;

// Admins' words appear on cards: nothing that would not be seen there.
const UNSEEN = String.raw`\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}`;
const SEEN = new RegExp(`^(?=.*[^\\s${UNSEEN}])[^${UNSEEN}]*$`, "u");
const words = (max: number) => z.string().max(max).regex(SEEN, { error: "say something, in characters that can be seen" });
const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, { error: "an id is 1 to 60 of a–z, 0–9 and -" });
const Pattern = z.string().regex(/^[A-Za-z0-9_.:/*-]{1,200}$/, {
  error: "a pattern is 1 to 200 of letters, digits and _ . : / -, with * for any run of characters",
});
const Duration = z.string().refine((text) => durationMs(text) !== null, {
  error: "say 90s, 30m, 4h or 7d: at most 30 days",
});
const Treatment = z.custom<CellTreatment>(isCellTreatment, {
  error: "say auto, audit:0.05, review, confirm, two_person or block",
});

const Schema = z.custom<JsonObject>().superRefine((value: unknown, issues) => {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the document was read by the strict JSON parser: it holds nothing else
  const json = value as Json;
  const compiled = isJsonObject(json) ? compileSchema(json) : null;
  if (compiled?.ok !== true) issues.addIssue({ code: "custom", message: compiled?.error.detail ?? "a schema is an object" });
});

/** One catalogue entry: what is known beforehand about actions of a name. */
export const CatalogueEntry = z.strictObject({
  match: Pattern,
  /** Which card it gets; the agent's own word for it counts only for actions that no entry names. */
  kind: z.enum(KINDS),
  stakes: z.enum(STAKES),
  reversibility: z.enum(REVERSIBILITIES),
  /** The fact behind the stakes, for the badge: `moves money`. */
  because: words(60).exactOptional(),
  expiresIn: Duration.exactOptional(),
  /** JSON Schema of the arguments: makes the form for people who compose, and edited arguments must fit it too. */
  argumentsSchema: Schema.exactOptional(),
  /** True, or the rule's name for people: `PSD2 refund`. */
  regulated: z.union([z.boolean(), words(120)], { error: "say true, false or the rule's name" }).exactOptional(),
});
export type CatalogueEntry = z.output<typeof CatalogueEntry>;

/** What a rule sets. It can only raise: a rule never makes an action looser than the catalogue and the matrix do. */
export const RuleEffect = z
  .strictObject({
    stakes: z.enum(STAKES).exactOptional(),
    reversibility: z.enum(REVERSIBILITIES).exactOptional(),
    tier: z.enum(TIERS).exactOptional(),
    treatment: z
      .enum(["review", "confirm", "two_person", "block"], {
        error: "a rule can only tighten: say review, confirm, two_person or block; to loosen, change the catalogue or the matrix",
      })
      .exactOptional(),
    reason: words(160),
  })
  .refine((then) => Object.keys(then).length > 1, {
    error: "the rule sets nothing: give stakes, reversibility, tier or treatment",
  });
export type RuleEffect = z.output<typeof RuleEffect>;

/** A rule: for actions whose name fits `match`, where the condition `when` (CEL) is true, or always when there is none. */
export const Rule = z.strictObject({ id: Id, match: Pattern, when: z.string().exactOptional(), then: RuleEffect });
export type Rule = z.output<typeof Rule>;

const Cell = z.strictObject({ start: Treatment, loosest: z.enum(LOOSEST) });
/** One cell of the matrix, with what differs for single kinds. */
export const MatrixCell = z.strictObject({
  start: Treatment,
  loosest: z.enum(LOOSEST),
  perKind: z.partialRecord(z.enum(KINDS), Cell).exactOptional(),
});
export type MatrixCell = z.output<typeof MatrixCell>;

const byReversibility = <Value extends z.ZodType>(value: Value) => z.strictObject({ R0: value, R1: value, R2: value, R3: value });
const byStakes = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ S0: value, S1: value, S2: value, S3: value, S4: value });

const Share = z.number().min(0).max(1);
const UndoSeconds = z.int().min(0).max(3_600);

/** Numbers that an admin moves while looking at what each move costs. */
export const Thresholds = z.strictObject({
  confidenceFloor: z.strictObject({ default: Share, ...byKind(() => Share.exactOptional()) }),
  /** From these amounts on: S2, S3, S4. */
  amounts: z
    .tuple([z.number().positive(), z.number().positive(), z.number().positive()])
    .refine(([minor, moderate, major]) => minor < moderate && moderate < major, { error: "amounts must grow" }),
  undoSeconds: z
    .strictObject({ T0: UndoSeconds, T1: UndoSeconds, T2: UndoSeconds, T3: UndoSeconds })
    .refine((undo) => undo.T0 <= undo.T1 && undo.T1 <= undo.T2 && undo.T2 <= undo.T3, {
      error: "a higher tier must not have a shorter undo window",
    }),
});
export type Thresholds = z.output<typeof Thresholds>;

const Price = z.number().min(0).max(1e12);

/** What looking and errors cost. It lets nothing through: figures and the queue's order are worked out with it. */
export const PolicyPrices = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/, { error: "a currency is its ISO 4217 code, such as EUR" }),
  hour: Price,
  harm: byStakes(Price).refine(({ S0, S1, S2, S3, S4 }) => S0 <= S1 && S1 <= S2 && S2 <= S3 && S3 <= S4, {
    error: "an error at higher stakes must not cost less",
  }),
});
export type PolicyPrices = z.output<typeof PolicyPrices>;

/** At most `count` proposals, or `sum` of their amounts, in each window; what goes beyond is reviewed or blocked. */
export const Limit = z
  .strictObject({
    id: Id,
    match: Pattern,
    per: z.enum(LIMIT_SCOPES),
    window: Duration,
    count: z.int().min(0).max(1_000_000_000).exactOptional(),
    sum: z.number().min(0).exactOptional(),
    then: z.enum(["review", "block"]),
  })
  .refine((limit) => (limit.count === undefined) !== (limit.sum === undefined), { error: "give either count or sum" });
export type Limit = z.output<typeof Limit>;

/**
 * The whole policy as one JSON document. Its version number is given when it is saved and is not part of it.
 * Unknown fields are refused: nothing in it is accepted and then ignored.
 */
export const PolicyDocument = z.strictObject({
  format: z.literal(1),
  name: words(80),
  catalogue: z.array(CatalogueEntry).max(POLICY_LIMITS.catalogueMax),
  rules: z.array(Rule).max(POLICY_LIMITS.rulesMax),
  tiers: byStakes(byReversibility(z.enum(TIERS))),
  matrix: byStakes(byReversibility(MatrixCell)),
  thresholds: Thresholds,
  limits: z.array(Limit).max(POLICY_LIMITS.limitsMax),
  /** Absent: they are assumed, and said to be. */
  prices: PolicyPrices.exactOptional(),
});
export type PolicyDocument = z.output<typeof PolicyDocument>;
