import type { LookVerdict } from "../../lib/domain/second-look";
import { EmptyState } from "../ui/empty-state";
import { Link } from "../ui/link";
import { RelativeTime } from "../ui/relative-time";
import type { Words } from "../words/make-words";
import { words } from "../words/words";

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
export async function Disagreements({ cases, now }: DisagreementsProps) {
  const t = await words("disagreements");
  if (cases.length === 0) {
    return <EmptyState title={t("empty")} says={t("empty.says")} />;
  }
  return (
    <ul className="flex flex-col gap-4">
      {cases.map((one) => (
        <li key={one.id} className="rounded-card border border-rule bg-panel px-5 py-4">
          <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
            <h2 className="min-w-0 flex-1 basis-60 text-note font-semibold [overflow-wrap:anywhere]">
              <Link href={`/proposals/${one.id}`} className="hover:underline">
                <bdi>{one.headline}</bdi>
              </Link>
            </h2>
            <p className="text-small text-ink-3">
              <bdi>{one.agentName}</bdi> · <bdi>{one.actionName}</bdi> · <RelativeTime at={one.settledAt} now={now} />
            </p>
          </div>
          <dl className="mt-2 grid gap-x-4 gap-y-1 text-note sm:grid-cols-[5rem_minmax(0,1fr)]">
            <Line name={t("first")} words={saidWords(t, "decided", one.first)} />
            <Line name={t("second")} words={saidWords(t, "would", one.second)} />
            {one.third !== null && <Line name={t("third")} words={saidWords(t, "would", one.third)} />}
            <Line name={t("outcome")} words={outcomeWords(t, one)} />
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

/** The first decided, whoever came later says what they would have done. */
function saidWords(t: Words<"disagreements">, said: "decided" | "would", { verdict, reason }: SaidView): string {
  const text = reason?.text ?? "";
  const why = reason === null ? "none" : text === "" ? "code" : "text";
  return t(`${said}.${verdict}`, { why, code: reason?.code.replaceAll("_", " ") ?? "", text });
}

function outcomeWords(t: Words<"disagreements">, { verdict, first }: Pick<DisagreementView, "verdict" | "first">): string {
  if (verdict === null) return t("outcome.unsettled");
  if (verdict === first.verdict) return t("outcome.stands");
  return t(first.verdict === "fine" ? "outcome.approvalFell" : "outcome.rejectionFell");
}
