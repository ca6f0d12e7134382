"use client";

import clsx from "clsx";
import { useState } from "react";

import { localeOf } from "../../lib/domain/language";
import type { RolloutReading } from "../../lib/domain/policy/rollout-reading";
import { ROLLOUT_SHARES } from "../../lib/domain/policy/rollout-shares";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { formatShare } from "../ui/format-number";
import { FormDialog } from "../ui/form-dialog";
import { Panel } from "../ui/panel";
import { ExactTime } from "../ui/exact-time";
import { RelativeTime } from "../ui/relative-time";
import { useAction, type Acting } from "../ui/use-action";
import { english } from "../ui/english";
import type { Words } from "../words/make-words";
import { useWords } from "../words/words-provider";
import type { PolicyActions, SteerInput } from "./policy-actions";
import { shareWords, sideWords } from "./rollout-words";

export interface RolloutPanelProps {
  /** Nothing is drawn where there is none. */
  readonly rollout: RolloutReading | null;
  readonly now: number;
  readonly editable: boolean;
  readonly steer: PolicyActions["steer"];
}

/** A version that takes effect in stages: where it stands, what each version let run, and the ways on and back. */
export function RolloutPanel({ rollout, now, editable, steer }: RolloutPanelProps) {
  const t = useWords("policy");
  const acting = useAction(steer);
  if (rollout === null) return null;
  if (rollout.type === "returned") {
    const { version, before, at, why } = rollout;
    return (
      <Callout
        tone="failed"
        title={t.rich("rollout.returned", { version, before, reason: why, why: english })}
        action={
          editable ? (
            <Button size="small" onClick={() => acting.run({ version, turn: "seen" })}>
              {t("rollout.seen")}
            </Button>
          ) : undefined
        }
      >
        <p>{t.rich("rollout.returned.says", { when: <ExactTime at={at} className="tabular" /> })}</p>
        {acting.failure !== null && <p role="alert">{acting.failure}</p>}
      </Callout>
    );
  }
  return (
    <Panel id="rollout" title={t("rollout.title", { version: rollout.next.version })} note={shareWords(t, rollout)}>
      {acting.failure !== null && <Callout tone="failed" role="alert" title={acting.failure} className="mb-3" />}
      <Steps step={rollout.step} t={t} />
      <p className="mt-2 text-note text-ink-2">
        <When rollout={rollout} now={now} t={t} />
      </p>
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-note">
        {[rollout.next, rollout.before].map((side) => (
          <div key={side.version} className="contents">
            <dt className="text-ink-3">
              {t(side === rollout.next ? "rollout.next" : "rollout.before", { version: side.version })}
            </dt>
            <dd className={clsx("tabular", side.bad > 0 ? "text-removed" : "text-ink")}>{sideWords(t, side)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 max-w-[46rem] text-small text-pretty text-ink-3">
        {t(rollout.riskier ? "rollout.riskier" : "rollout.tighter")}
      </p>
      {editable && <Acts rollout={rollout} acting={acting} t={t} />}
    </Panel>
  );
}

type Running = Extract<RolloutReading, { type: "running" }>;

interface PartProps {
  readonly t: Words<"policy">;
}

function Steps({ step, t }: PartProps & { readonly step: number }) {
  return (
    <ol className="grid grid-cols-3 gap-1.5" aria-label={t("rollout.steps")}>
      {ROLLOUT_SHARES.map((share, place) => (
        <li key={share} aria-current={place === step ? "step" : undefined} className="text-small">
          <span
            aria-hidden="true"
            className={clsx("mb-1 block h-1.5 rounded-full", place <= step ? "bg-ink" : "bg-sunk ring-1 ring-rule ring-inset")}
          />
          <span className={clsx("tabular", place === step ? "font-semibold text-ink" : "text-ink-3")}>
            {formatShare(share, localeOf(t.language))}
          </span>
        </li>
      ))}
    </ol>
  );
}

interface WhenProps extends PartProps {
  readonly rollout: Running;
  readonly now: number;
}

function When({ rollout: { step, nextAt, pausedAt }, now, t }: WhenProps) {
  if (pausedAt !== null) return t.rich("rollout.paused", { since: <RelativeTime at={pausedAt} now={now} /> });
  if (nextAt === null) return null;
  const left = <RelativeTime at={nextAt} now={now} form="left" className="tabular font-semibold text-ink" />;
  const when = <ExactTime at={nextAt} className="tabular" />;
  const next = ROLLOUT_SHARES[step + 1];
  if (next === undefined) return t.rich("rollout.then.all", { left, when });
  return t.rich("rollout.then", { share: formatShare(next, localeOf(t.language)), left, when });
}

interface ActsProps extends PartProps {
  readonly rollout: Running;
  readonly acting: Acting<SteerInput, null>;
}

function Acts({ rollout, acting, t }: ActsProps) {
  const [asking, setAsking] = useState(false);
  const { version } = rollout.next;
  const paused = rollout.pausedAt !== null;
  return (
    <div className="mt-4 flex flex-wrap gap-2">
      <Button aria-disabled={acting.pending || undefined} onClick={() => acting.run({ version, turn: "return" })}>
        {t("rollout.return", { version: rollout.before.version })}
      </Button>
      <Button
        aria-disabled={acting.pending || undefined}
        onClick={() => acting.run({ version, turn: paused ? "continue" : "pause" })}
      >
        {t(paused ? "rollout.continue" : "rollout.pause")}
      </Button>
      {rollout.share < 1 && <Button onClick={() => setAsking(true)}>{t("rollout.hasten")}</Button>}
      <FormDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("hasten.title", { version })}
        description={t("hasten.says")}
        submit={t("hasten.do")}
        pending={acting.pending}
        failure={acting.failure}
        onSubmit={() => {
          acting.run({ version, turn: "hasten" });
          setAsking(false);
        }}
      />
    </div>
  );
}
