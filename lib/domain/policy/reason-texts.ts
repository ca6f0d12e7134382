import { inEnglish, type PlainKey, type Sentence } from "../sentence";
import { REVERSIBILITY_WORD, type Treatment } from "../words";
import { CELL_TEXTS, TREATMENT_TEXTS } from "./matrix-words";
import { SHIPPED_TEXTS } from "./shipped-texts";

/** What the badge says of stakes and of undoing, where nothing more telling decided. */
const FACT_TEXTS = {
  "fact.stakes.S0": "negligible stakes",
  "fact.stakes.S1": "minor stakes",
  "fact.stakes.S2": "moderate stakes",
  "fact.stakes.S3": "major stakes",
  "fact.stakes.S4": "severe stakes",
  "fact.declared.S0": "the agent says negligible stakes",
  "fact.declared.S1": "the agent says minor stakes",
  "fact.declared.S2": "the agent says moderate stakes",
  "fact.declared.S3": "the agent says major stakes",
  "fact.declared.S4": "the agent says severe stakes",
  "fact.reversibility.R0": REVERSIBILITY_WORD.R0,
  "fact.reversibility.R1": REVERSIBILITY_WORD.R1,
  "fact.reversibility.R2": REVERSIBILITY_WORD.R2,
  "fact.reversibility.R3": REVERSIBILITY_WORD.R3,
  "fact.undoUnknown": "nothing known of undoing it",
  "fact.notInCatalogue": "not in the catalogue",
  "fact.spelledUnlike": "spelled unlike the catalogue",
  "fact.moves": "moves {amount}",
  "fact.confidence": "confidence {confidence, number, ::.00} is under {floor, number, ::.00}",
  "fact.measured": "measured confidence {confidence, number, ::.00} is under {floor, number, ::.00}",
} as const;

/** What catalogue, amount, confidence, observation, regulation and roll-out give as their reason. */
const SOURCE_TEXTS = {
  "because.entry": "the catalogue’s entry `{match}`",
  "because.noEntry": "no catalogue entry names this action",
  "because.resembles": "only resembles `{match}` in spelling",
  "because.amount": "the amount is {amount}",
  "because.declared": "declared by the agent",
  "because.confidence": "the agent’s confidence {confidence, number, ::.00} is under {floor, number, ::.00}",
  "because.measured":
    "measured confidence {confidence, number, ::.00} is under {floor, number, ::.00}, where {declared, number, ::.00} was declared: on {labelled} labelled items",
  "because.measured.fit":
    "measured confidence {confidence, number, ::.00} is under {floor, number, ::.00}, where {declared, number, ::.00} was declared: on {labelled} labelled items, by what the agent’s own record shows",
  "because.measured.base_rate":
    "measured confidence {confidence, number, ::.00} is under {floor, number, ::.00}, where {declared, number, ::.00} was declared: on {labelled} labelled items, drawn to the kind’s base rate",
  "because.asks": "the agent asks a question",
  "because.look": "new agent and action: look {look} of {of}",
  "because.looksWrong": "{wrong} of the first {looked} looks were wrong: an admin decides when this ends",
  "because.regulated": "{regulation}: a person always decides",
  "because.regulatedAction": "Regulated action: a person always decides",
  "because.noPolicy": "no policy could be loaded: a person looks at everything",
  "rollout.share": "version {next} takes effect in stages: version {by} judges {percent} %",
  "rollout.regulates": "version {next} takes effect in stages: version {by} regulates this action",
  "stopped.all": "a kill switch is on for everything",
  "stopped.agent": "a kill switch is on for this agent",
  "stopped.kind": "a kill switch is on for this kind",
  "stopped.all.agent": "a kill switch is on for everything and this agent",
  "stopped.all.kind": "a kill switch is on for everything and this kind",
  "stopped.agent.kind": "a kill switch is on for this agent and this kind",
  "stopped.all.agent.kind": "a kill switch is on for everything and this agent and this kind",
} as const;

const DETECTOR_TEXTS = {
  "found.hiddenOne": "1 hidden character",
  "found.hidden": "{count} hidden characters",
  "found.mixedScript": "mixes alphabets that look alike",
  "found.notReadable": "not fully readable",
  "found.partsNotReadable": "not fully readable: {parts} parts",
  "found.checkFailed": "a check failed: {check}",
  "found.firstTime": "first time to this recipient or host",
  "found.amountUnreadable": "an amount is not a plain number",
  "found.wayBack": "this payload leaves less of a way back than the catalogue’s entry",
  "found.unusualAmount": "a power of ten off the usual {amount}",
} as const;

const LIMIT_TEXTS = {
  "limit.unknown": "limit `{limit}`: how much of it is used is not known",
  "limit.count": "limit `{limit}`: {count} in {window} are used up",
  "limit.amountUnreadable": "limit `{limit}`: the amount cannot be read",
  "limit.sum": "limit `{limit}`: more than {sum} in {window}",
} as const;

/** Why a rule could not be answered, without any of the proposal's data. */
const FAULT_TEXTS = {
  "fault.rule": "rule `{rule}`",
  "fault.notParsed": "its condition cannot be parsed",
  "fault.listTooLong": "a list is longer than {most}",
  "fault.notBoolean": "the condition does not give true or false",
  "fault.fieldMissing": "a field it reads is missing: guard it with `has`",
  "fault.listTooShort": "a list is shorter than it reads",
  "fault.typesDiffer": "it combines values of different types",
  "fault.textTooLong": "a text is too long to match",
  "fault.notEvaluated": "it could not be evaluated",
  "fault.tooManyRules": "more rules fit this action than may be evaluated",
} as const;

/** What a cell of the matrix comes to. */
const HANDLING_TEXTS = {
  ...TREATMENT_TEXTS,
  "handling.byLadder": "runs after the undo window, by the ladder",
  "handling.afterWindow": "runs after the undo window",
  "handling.auditsFailed": "blocked, because its audits kept failing: an admin lets it go on",
  "unless.auto": "runs, unless a standing approval fits",
  "unless.audit": "runs, {share} audited, unless a standing approval fits",
  "unless.review": "one look, unless a standing approval fits",
  "unless.confirm": "hold to approve, unless a standing approval fits",
  "unless.two_person": "two people, unless a standing approval fits",
  "unless.block": "blocked, unless a standing approval fits",
  "given.by": "given by {by}, use {use} of {of}",
} as const;

/** What a reason set. */
const SET_TEXTS = {
  "set.stakes": "stakes {to}",
  "set.reversibility": "reversibility {to}",
  "set.tier": "tier {to}",
  "set.treatment.auto": "treatment auto",
  "set.treatment.audit": "treatment audit",
  "set.treatment.review": "treatment review",
  "set.treatment.confirm": "treatment confirm",
  "set.treatment.two_person": "treatment two_person",
  "set.treatment.block": "treatment block",
} as const satisfies Record<`set.treatment.${Treatment}`, string> & Record<string, string>;

/** Everything that policy says of a proposal in words of ours, in English. The catalogue takes it over. */
export const REASON_TEXTS = {
  ...FACT_TEXTS,
  ...SOURCE_TEXTS,
  ...DETECTOR_TEXTS,
  ...LIMIT_TEXTS,
  ...FAULT_TEXTS,
  ...HANDLING_TEXTS,
  ...CELL_TEXTS,
  ...SET_TEXTS,
  ...SHIPPED_TEXTS,
} as const;

/** What policy says, as the key of a text and what is filled in. */
export type ReasonSentence = Sentence<typeof REASON_TEXTS>;
/** A sentence that nothing is filled into may be named by its key alone. */
export type ReasonSays = PlainKey<typeof REASON_TEXTS> | ReasonSentence;

/** A sentence, and before it what it is said of: `Moderate × restorable: one look`. */
export interface ReasonWords {
  readonly of?: ReasonSentence;
  readonly says: ReasonSentence;
}

/** Something that policy says: in English, and what that was made of; null where an admin wrote it. */
export interface Said {
  readonly text: string;
  readonly words: ReasonWords | null;
}

/** Something said in words of ours. */
export function said(says: ReasonSays, of?: ReasonSays): Said {
  const sentence = sentenceOf(says);
  if (of === undefined) return { text: reasonInEnglish(sentence), words: { says: sentence } };
  const first = sentenceOf(of);
  return { text: `${reasonInEnglish(first)}: ${reasonInEnglish(sentence)}`, words: { of: first, says: sentence } };
}

/** Something that a policy says in words of its own. What we ship with it is known, whoever kept it. */
export function written(text: string): Said {
  const key = SHIPPED_BY_TEXT.get(text);
  return { text, words: key === undefined ? null : { says: { key } } };
}

/** The sentence in English. */
export function reasonInEnglish(sentence: ReasonSentence): string {
  return inEnglish(REASON_TEXTS, sentence);
}

function sentenceOf(says: ReasonSays): ReasonSentence {
  return typeof says === "string" ? { key: says } : says;
}

type ShippedKey = keyof typeof SHIPPED_TEXTS;
// eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the keys of our own constant, which `Object.keys` widens
const SHIPPED_KEYS = Object.keys(SHIPPED_TEXTS) as readonly ShippedKey[];
const SHIPPED_BY_TEXT: ReadonlyMap<string, ShippedKey> = new Map(SHIPPED_KEYS.map((key) => [SHIPPED_TEXTS[key], key]));
