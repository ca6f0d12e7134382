"use client";

import clsx from "clsx";
import { useState } from "react";

import type { RolloutReading } from "../../lib/domain/policy/rollout-reading";
import { ROLLOUT_SHARES } from "../../lib/domain/policy/rollout-shares";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { formatShare } from "../ui/format-number";
import { FormDialog } from "../ui/form-dialog";
import { Panel } from "../ui/panel";
import { ExactTime, RelativeTime } from "../ui/relative-time";
import { useAction, type Acting } from "../ui/use-action";
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
  const acting = useAction(steer);
  if (rollout === null) return null;
  if (rollout.type === "returned") {
    const { version, before, at, why } = rollout;
    return (
      <Callout
        tone="failed"
        title={`v${String(version)} was returned to v${String(before)}: ${why}`}
        action={
          editable ? (
            <Button size="small" onClick={() => acting.run({ version, turn: "seen" })}>
              Seen
            </Button>
          ) : undefined
        }
      >
        <p>
          By itself, <ExactTime at={at} className="tabular" />. Everything is judged as before.
        </p>
        {acting.failure !== null && <p role="alert">{acting.failure}</p>}
      </Callout>
    );
  }
  return (
    <Panel id="rollout" title={`v${String(rollout.next.version)} takes effect in stages`} note={shareWords(rollout)}>
      {acting.failure !== null && <Callout tone="failed" role="alert" title={acting.failure} className="mb-3" />}
      <Steps step={rollout.step} />
      <p className="mt-2 text-note text-ink-2">
        <When rollout={rollout} now={now} />
      </p>
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-note">
        {[rollout.next, rollout.before].map((side) => (
          <div key={side.version} className="contents">
            <dt className="text-ink-3">
              {side === rollout.next ? "New" : "Before"}, v{side.version}
            </dt>
            <dd className={clsx("tabular", side.bad > 0 ? "text-removed" : "text-ink")}>{sideWords(side)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 max-w-[46rem] text-small text-pretty text-ink-3">
        {rollout.riskier
          ? "It returns by itself at the first harm, or once audits, findings and rejections say that too much of what it let run was wrong. "
          : "It lets nothing more through than the version before, so it does not return by itself. "}
        Regulated actions, limits and kill switches hold as in the stricter of both.
      </p>
      {editable && <Acts rollout={rollout} acting={acting} />}
    </Panel>
  );
}

type Running = Extract<RolloutReading, { type: "running" }>;

function Steps({ step }: { readonly step: number }) {
  return (
    <ol className="grid grid-cols-3 gap-1.5" aria-label="Steps">
      {ROLLOUT_SHARES.map((share, place) => (
        <li key={share} aria-current={place === step ? "step" : undefined} className="text-small">
          <span
            aria-hidden="true"
            className={clsx("mb-1 block h-1.5 rounded-full", place <= step ? "bg-ink" : "bg-sunk ring-1 ring-rule ring-inset")}
          />
          <span className={clsx("tabular", place === step ? "font-semibold text-ink" : "text-ink-3")}>{formatShare(share)}</span>
        </li>
      ))}
    </ol>
  );
}

function When({ rollout: { step, nextAt, pausedAt }, now }: { readonly rollout: Running; readonly now: number }) {
  if (pausedAt !== null) {
    return (
      <>
        Paused <RelativeTime at={pausedAt} now={now} />. It stays at this share until an admin lets it go on.
      </>
    );
  }
  if (nextAt === null) return null;
  const next = ROLLOUT_SHARES[step + 1];
  const what = next === undefined ? "Judges everything, and is watched for another" : `${formatShare(next)} in`;
  return (
    <>
      {what} <RelativeTime at={nextAt} now={now} form="left" className="tabular font-semibold text-ink" />, at{" "}
      <ExactTime at={nextAt} className="tabular" />.
    </>
  );
}

function Acts({ rollout, acting }: { readonly rollout: Running; readonly acting: Acting<SteerInput, null> }) {
  const [asking, setAsking] = useState(false);
  const { version } = rollout.next;
  const paused = rollout.pausedAt !== null;
  return (
    <div className="mt-4 flex flex-wrap gap-2">
      <Button aria-disabled={acting.pending || undefined} onClick={() => acting.run({ version, turn: "return" })}>
        Return to v{rollout.before.version}
      </Button>
      <Button
        aria-disabled={acting.pending || undefined}
        onClick={() => acting.run({ version, turn: paused ? "continue" : "pause" })}
      >
        {paused ? "Go on" : "Pause"}
      </Button>
      {rollout.share < 1 && <Button onClick={() => setAsking(true)}>Go to 100 % now…</Button>}
      <FormDialog
        open={asking}
        onOpenChange={setAsking}
        title={`v${String(version)} for everything, now?`}
        description="It is watched for one more step, and can be returned until then."
        submit="Go to 100 %"
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
