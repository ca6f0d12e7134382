import type { Card, Decisive, FieldChange } from "../domain/card/card";
import { besideBadge } from "../domain/card/way-back";
import { diffArguments, editFields } from "../domain/card/edit-form";
import { withLettersMarked } from "../domain/card/mark-letters";
import type { TextLanguages } from "../domain/card/text-languages";
import { textLanguages } from "../domain/card/text-languages";
import type { JsonObject } from "../domain/json";
import { partyZone } from "../domain/party-zone";
import { ledgerSentence } from "../domain/ledger-sentence";
import type { PersonId } from "../domain/ids";
import type { Payload, ProposalState } from "../domain/proposal";
import type { Assessment } from "../domain/risk";
import type { CardView } from "./card";
import type { CardDetail, ProposalDetail } from "./people";
import type { Names, RowSource } from "./queue-view";
import { shownState, toPerson, toQueueRow } from "./queue-view";

interface VersionSource {
  readonly version: number;
  readonly digest: string;
  readonly payload: Payload;
  readonly assessment: Assessment;
  readonly by: PersonId | null;
  readonly at: number;
  readonly extras: {
    readonly argumentsSchema: JsonObject | null;
    readonly run: {
      readonly id: string | null;
      readonly step: number | null;
      readonly model: string | null;
      readonly agentVersion: string | null;
      /** Missing in what was stored before it existed. */
      readonly promptVersion?: string | null;
      readonly traceUrl: string | null;
    };
  };
}

/** What a card is made of: structurally the services' CardReading. */
export interface CardSource {
  readonly row: RowSource;
  readonly found: { readonly version: VersionSource };
  readonly card: Card;
  readonly observed: { readonly looked: number; readonly wrong: number } | null;
  readonly stepsBefore: number;
  readonly ownAgent: boolean;
  readonly cannotSign: string | null;
  readonly names: Names;
}

/**
 * Everything one card needs, for the wire and for components. `shuffle` orders the options of a decisive match, so that the right one has
 * no place of its own; the answer itself never leaves the server marked.
 */
export function toCardDetail(source: CardSource, shuffle: (options: readonly string[]) => string[]): CardDetail {
  const { row, card, names } = source;
  const state = shownState(row);
  const { payload, assessment, extras } = source.found.version;
  return {
    row: toQueueRow(row, names),
    card: toCardView(besideBadge(card, assessment.risk.reversibility), shuffle),
    digest: state.digest,
    risk: {
      stakes: assessment.risk.stakes,
      reversibility: assessment.risk.reversibility,
      confidence: { ...assessment.risk.confidence },
      tier: assessment.risk.tier,
      reasons: assessment.risk.reasons.map((reason) => ({ ...reason })),
      drivers: [...assessment.risk.drivers],
      ...toDriverWords(assessment.risk),
    },
    observed: source.observed === null ? null : { ...source.observed },
    regulated: state.regulated,
    regulation: assessment.regulation,
    policyVersion: state.policyVersion,
    undoMs: state.undoMs,
    allowed: [...state.allowed],
    target: payload.target === null ? null : { ...payload.target },
    run: toRun(extras.run),
    stepsBefore: source.stepsBefore,
    agentSays: { title: payload.title, rationale: payload.rationale, doubt: payload.doubt },
    evidence: payload.evidence.map((item) => ({ ...item })),
    languages: toLanguages(textLanguages(payload, card)),
    arguments: payload.action.arguments,
    before: payload.before,
    after: payload.after,
    editFields: editFields(payload.action.arguments, extras.argumentsSchema).map((field) => ({
      path: field.path,
      label: field.label,
      type: field.type,
      value: sameValue(field.value),
      ...(field.options === undefined ? {} : { options: [...field.options] }),
    })),
    partyZone: partyZone(payload),
    ownAgent: source.ownAgent,
    cannotSign: source.cannotSign,
    signatures: state.signatures.map((signature) => ({
      by: toPerson(signature.by, names),
      at: signature.at,
      type: signature.type,
    })),
  };
}

function toDriverWords({ driverWords }: Assessment["risk"]): Pick<CardDetail["risk"], "driverWords"> {
  return driverWords === undefined ? {} : { driverWords: [...driverWords] };
}

function toLanguages(languages: TextLanguages): CardDetail["languages"] {
  return { ...languages, evidence: [...languages.evidence] };
}

function toRun({ id, step, model, agentVersion, promptVersion, traceUrl }: VersionSource["extras"]["run"]): CardDetail["run"] {
  return { id, step, model, agentVersion, promptVersion: promptVersion ?? null, traceUrl };
}

/** The card on the wire: as the adapter made it, with letters marked that pass for others, and the decisive value hidden among its decoys. */
export function toCardView(card: Card, shuffle: (options: readonly string[]) => string[]): CardView {
  const { decisive, ...shown } = withLettersMarked(card);
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the same data without the domain's readonly marks
  return { ...(shown as unknown as Omit<CardView, "match">), match: toMatch(decisive, shuffle) };
}

function toMatch(decisive: Decisive | null, shuffle: (options: readonly string[]) => string[]): CardView["match"] {
  if (decisive === null) return null;
  const { question, words, value, decoys } = decisive;
  return { question, options: shuffle([value, ...decoys]), words };
}

interface TimelineSource {
  readonly seq: number;
  readonly at: number;
  readonly type: string;
  readonly entry: string;
  readonly hash: string;
}

/** The proposal page: the card, every version with what it changed, the record and what came of it. */
export function toProposalDetail(
  page: {
    readonly reading: CardSource;
    readonly versions: readonly VersionSource[];
    readonly ledger: readonly TimelineSource[];
    readonly findings: readonly {
      readonly id: string;
      readonly kind: string;
      readonly text: string;
      readonly at: number;
      readonly by: string;
    }[];
    readonly names: Names;
  },
  shuffle: (options: readonly string[]) => string[],
): ProposalDetail {
  const state = shownState(page.reading.row);
  return {
    detail: toCardDetail(page.reading, shuffle),
    versions: page.versions.map((version, index) => ({
      version: version.version,
      digest: version.digest,
      by: version.by === null ? null : toPerson(version.by, page.names),
      at: version.at,
      arguments: version.payload.action.arguments,
      changes: changesSince(page.versions[index - 1], version).map((change) => ({
        ...change,
        before: [...change.before],
        after: [...change.after],
      })),
    })),
    timeline: page.ledger.map((row) => ({
      seq: row.seq,
      at: row.at,
      type: row.type,
      ...ledgerSentence(row.entry, page.names),
      hash: row.hash,
    })),
    deliveryTimes: deliveryTimes(state),
    said: saidBy(state.decision),
    findings: page.findings.map(({ id, kind, text, at, by }) => ({ id, kind, text, at, by, byName: filerOf(page, by) })),
    receiptId: state.receiptId,
  };
}

function filerOf({ reading, names }: Parameters<typeof toProposalDetail>[0], by: string): string | null {
  const { row } = reading;
  if (by === `agent:${row.agentId}`) return row.agentName;
  return [...names].find(([person]) => by === `person:${person}`)?.[1] ?? null;
}

function deliveryTimes(state: ProposalState): ProposalDetail["deliveryTimes"] {
  return {
    decidedAt: state.decision?.at ?? null,
    releasedAt: state.releasedAt,
    deliveredAt: state.deliveredAt,
    redeemedAt: state.redeemedAt,
    reportedAt: state.outcome?.at ?? null,
    outcomeDetail: state.outcome?.detail ?? null,
  };
}

function saidBy(decision: ProposalState["decision"]): ProposalDetail["said"] {
  if (decision?.source !== "person" || (decision.reason === null && decision.answer === null)) return null;
  return { code: decision.reason?.code ?? null, text: decision.reason?.text ?? null, answer: decision.answer };
}

function changesSince(earlier: VersionSource | undefined, version: VersionSource): readonly FieldChange[] {
  return earlier === undefined ? [] : diffArguments(earlier.payload.action.arguments, version.payload.action.arguments);
}

function sameValue(value: unknown): CardDetail["editFields"][number]["value"] {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- a value taken from JSON is JSON
  return value as CardDetail["editFields"][number]["value"];
}
