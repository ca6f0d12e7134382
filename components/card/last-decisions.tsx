"use client";

import { Fragment } from "react";

import { Button } from "../ui/button";
import { ChevronDown } from "../ui/icons";
import { Kbd } from "../ui/kbd";
import { Popover } from "../ui/popover";
import { useWords } from "../words/words-provider";

/** One decision of this person and how far it has come. */
export interface LastDecision {
  readonly id: string;
  /** `Approved`, `Rejected`, `Signed as first`. */
  readonly verb: string;
  readonly headline: string;
  /** What has happened since, in order: `held for undo`, `sent`, `confirmed by the tool`. The last is where it stands. */
  readonly steps: readonly string[];
  readonly undoable: boolean;
  /** The undo window is open: it can be ended early. */
  readonly releasable: boolean;
  /** On its way, held, or just signed or come back: said where it is seen at once. */
  readonly fresh: boolean;
  /** It came back, with why: said in place of the steps. */
  readonly refused?: string | null;
}

export interface LastDecisionsProps {
  /** The newest first, ten at most. */
  readonly decisions: readonly LastDecision[];
  /** The key that undoes the last one; empty where it has none. */
  readonly undoKey: string;
  readonly onUndo: (id: string) => void;
  readonly onRelease: (id: string) => void;
}

/** What was just decided and where it stands, with the way back. The list holds the rest: no toast has to be caught. */
export function LastDecisions({ decisions, undoKey, onUndo, onRelease }: LastDecisionsProps) {
  const t = useWords("card");
  const [latest] = decisions;
  if (latest === undefined) return null;
  const undoable = decisions.find((decision) => decision.undoable);
  return (
    <section
      aria-label={t("last")}
      // On a phone the latest stands above the bar while it is fresh. Its place here is kept: the page stays as long as it was.
      className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 text-note text-ink-3 max-md:group-has-data-latest/column:invisible md:px-0"
    >
      <p className="min-w-0 flex-1 basis-64">
        <DecisionLine decision={latest} />
      </p>
      <div className="ms-auto flex items-center gap-3">
        {undoable !== undefined && (
          <button
            type="button"
            aria-keyshortcuts={undoKey === "" ? undefined : undoKey}
            onClick={() => onUndo(undoable.id)}
            className="inline-flex min-h-8 max-md:min-h-14 items-center gap-1.5 rounded-badge text-ink-2 hover:text-ink"
          >
            {undoKey !== "" && <Kbd className="max-md:hidden">{undoKey}</Kbd>}
            {t("last.undo")}
            <span className="sr-only">: {undoable.headline}</span>
          </button>
        )}
        <Popover
          label={t("last.list")}
          side="top"
          className="w-[30rem]"
          triggerClass="inline-flex min-h-8 max-md:min-h-14 items-center gap-1 rounded-badge hover:text-ink"
          trigger={
            <>
              {t("last.ten")} <ChevronDown aria-hidden="true" className="size-3.5" strokeWidth={1.75} />
            </>
          }
        >
          <ul className="divide-y divide-rule text-note text-ink-3">
            {decisions.map((decision) => (
              <li key={decision.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
                <p className="min-w-0 flex-1 basis-48">
                  <DecisionLine decision={decision} />
                </p>
                {decision.releasable && (
                  <Button size="small" variant="ghost" className="max-md:h-14" onClick={() => onRelease(decision.id)}>
                    {t("last.release")}
                  </Button>
                )}
                {decision.undoable && (
                  <Button size="small" className="max-md:h-14" onClick={() => onUndo(decision.id)}>
                    {t("last.undoOne")}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Popover>
      </div>
    </section>
  );
}

/** What was decided, and how far it has come or why it came back. */
export function DecisionLine({ decision }: { readonly decision: LastDecision }) {
  const t = useWords("card");
  const refused = decision.refused ?? null;
  return (
    <>
      <span className="me-0.5 font-semibold text-ink-2">{decision.verb}</span>{" "}
      <bdi className="[overflow-wrap:anywhere]">{decision.headline}</bdi>
      {refused !== null && <span className="font-medium text-removed"> · {t("last.cameBack", { why: refused })}</span>}
      {refused === null &&
        decision.steps.map((step, index) => (
          <Fragment key={index}>
            <span aria-hidden="true">{index === 0 ? " · " : " → "}</span>
            <span className="sr-only">, </span>
            {index === decision.steps.length - 1 ? <span className="font-semibold text-ink-2">{step}</span> : step}
          </Fragment>
        ))}
    </>
  );
}
