import type { LookVerdict } from "../../lib/domain/second-look";
import { EmptyState } from "../ui/empty-state";
import { Link } from "../ui/link";
import { RelativeTime } from "../ui/relative-time";

interface SaidView {
  readonly verdict: LookVerdict;
  readonly reason: { readonly code: string; readonly text: string | null } | null;
}

export interface DisagreementView {
  readonly id: string;
  readonly headline: string;
  readonly agentName: string;
  readonly actionName: string;
  readonly settledAt: number;
  readonly verdict: LookVerdict | null;
  readonly first: SaidView;
  readonly second: SaidView;
  readonly third: SaidView | null;
}

export interface DisagreementsProps {
  /** The newest first. */
  readonly cases: readonly DisagreementView[];
  readonly now: number;
}

/** Each case with what every person said and why, and what it came to. */
export function Disagreements({ cases, now }: DisagreementsProps) {
  if (cases.length === 0) {
    return (
      <EmptyState
        title="No case yet"
        says="Here stands what two people decided differently without knowing of each other, once it is settled."
      />
    );
  }
  return (
    <ul className="flex flex-col gap-4">
      {cases.map((one) => (
        <li key={one.id} className="rounded-card border border-rule bg-panel px-5 py-4">
          <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
            <h2 className="min-w-0 flex-1 basis-60 text-note font-semibold [overflow-wrap:anywhere]">
              <Link href={`/proposals/${one.id}`} className="hover:underline">
                {one.headline}
              </Link>
            </h2>
            <p className="text-small text-ink-3">
              <bdi>{one.agentName}</bdi> · {one.actionName} · <RelativeTime at={one.settledAt} now={now} />
            </p>
          </div>
          <dl className="mt-2 grid gap-x-4 gap-y-1 text-note sm:grid-cols-[5rem_minmax(0,1fr)]">
            <Line name="First" words={decidedWords(one.first)} />
            <Line name="Second" words={wouldWords(one.second)} />
            {one.third !== null && <Line name="Third" words={wouldWords(one.third)} />}
            <Line name="Outcome" words={outcomeWords(one)} />
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Line({ name, words }: { readonly name: string; readonly words: string }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="[overflow-wrap:anywhere] text-ink-2">{words}</dd>
    </>
  );
}

function decidedWords({ verdict, reason }: SaidView): string {
  return `${verdict === "fine" ? "approved" : "rejected"}${because(reason)}`;
}

function wouldWords({ verdict, reason }: SaidView): string {
  return `${verdict === "fine" ? "would approve" : "would reject"}${because(reason)}`;
}

function because(reason: SaidView["reason"]): string {
  if (reason === null) return "";
  const code = reason.code.replaceAll("_", " ");
  return reason.text === null || reason.text === "" ? `: ${code}` : `: ${code}, “${reason.text}”`;
}

function outcomeWords({ verdict, first }: Pick<DisagreementView, "verdict" | "first">): string {
  if (verdict === null) return "unsettled: there was no third person, so the first decision keeps its label";
  if (verdict === first.verdict) return "the first decision stands";
  return first.verdict === "fine"
    ? "the approval fell: it should not have run"
    : "the rejection fell: counted as the reviewer’s error";
}
