"use client";

import clsx from "clsx";
import type { SyntheticEvent } from "react";
import { useEffect, useId, useRef, useState } from "react";

import type { RejectReason } from "../../lib/domain/card/card";
import { REASON_LENGTH_MAX } from "../../lib/domain/proposal";
import { ASK_AGENT } from "../../lib/domain/question";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { Kbd } from "../ui/kbd";
import { useWords } from "../words/words-provider";

export interface RejectStripProps {
  /** What was, or is to be, rejected. */
  readonly subject: string;
  readonly reasons: readonly Pick<RejectReason, "code">[];
  /** One is needed before it counts: for a deliberate act. Otherwise the rejection already stands and the reason follows. */
  readonly required: boolean;
  readonly showKeys: boolean;
  /** Whether it may go back to the agent as a question: not where several are decided, nor what was decided before. */
  readonly asks?: boolean;
  /** Hangs over a card, above its bar: always in sight, so that nothing has to scroll there. */
  readonly hangs?: boolean;
  readonly pending?: boolean;
  /** Called once it is on the screen, with the page's clock: a click that comes too soon after was meant for something else. */
  readonly onShown?: (at: number) => void;
  readonly onReason: (reason: { readonly code: string; readonly text: string | null }) => void;
  /** Without a reason, or back to the card where one is required. */
  readonly onDismiss: () => void;
}

/**
 * Why not: presets on `1` to `6`, or a sentence. Goes back to the agent, so it is worth a key; blocks nothing. Where it lies over the next
 * card the sentence is asked for, and on a phone the reasons are one line that is pushed aside.
 */
export function RejectStrip(props: RejectStripProps) {
  const { subject, required, showKeys, hangs = false, onShown, onDismiss } = props;
  const t = useWords("card");
  const id = useId();
  // Over a card it stands below that card's own heading.
  const Heading = hangs ? "h3" : "h2";
  const section = useRef<HTMLElement>(null);
  const shown = useRef(onShown);
  useEffect(() => {
    shown.current?.(performance.now());
    if (!hangs) section.current?.scrollIntoView({ block: "nearest" });
  }, [hangs]);
  return (
    <section
      ref={section}
      aria-labelledby={`${id}-title`}
      className={clsx(
        "border border-rule bg-panel px-4 pt-2 pb-4 text-note shadow-card",
        hangs ? "max-md:border-x-0 max-md:border-b-0 max-md:pt-0 max-md:pb-3 md:rounded-card" : "rounded-card",
        // In the place of the bar it is as wide as that; over the card its edges show that the card goes on.
        hangs && (required ? "md:mb-2" : "md:mx-3 md:mb-3"),
      )}
    >
      <div className="mb-1 flex flex-wrap items-baseline gap-x-2">
        <Heading id={`${id}-title`} className="font-semibold text-ink">
          {required ? t("reject.why") : t("reject.rejected")}
        </Heading>
        <p className={clsx("min-w-0 text-ink-3", hangs && !required && "max-md:flex-1 max-md:truncate")}>
          <bdi className="[overflow-wrap:anywhere]">{subject}</bdi>
        </p>
        <button
          type="button"
          onClick={onDismiss}
          className="ms-auto inline-flex min-h-11 items-center gap-1.5 rounded-badge text-ink-3 hover:text-ink"
        >
          {required ? t("reject.back") : t("reject.skip")}
          {showKeys && <Kbd className="max-md:hidden">{t("esc")}</Kbd>}
        </button>
      </div>
      <Reasons {...props} short={hangs && !required} />
    </section>
  );
}

/** The presets and the field. `short`: as little as can be, it lies over something else. */
function Reasons({
  reasons,
  showKeys,
  asks = false,
  pending = false,
  onReason,
  short,
}: Pick<RejectStripProps, "reasons" | "showKeys" | "asks" | "pending" | "onReason"> & { readonly short: boolean }) {
  const t = useWords("card");
  const [text, setText] = useState("");
  const [writing, setWriting] = useState(!short);
  const [asking, setAsking] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asking || (short && writing)) field.current?.focus();
  }, [asking, short, writing]);
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    const said = text.trim();
    if (said !== "") onReason({ code: asking ? ASK_AGENT : "other", text: said });
  };
  return (
    <>
      <div
        className={clsx(
          "gap-2 md:flex md:flex-wrap",
          short ? "flex max-md:-mx-4 max-md:overflow-x-auto max-md:px-4" : "grid grid-cols-2",
        )}
        role="group"
        aria-label={t("reject.reasons")}
      >
        {reasons.map((reason, index) => (
          <Button
            key={reason.code}
            size="act"
            className={clsx("px-3 text-note", !short && "max-md:whitespace-normal")}
            disabled={pending}
            shortcut={showKeys && index < 6 ? (index + 1).toString() : undefined}
            onClick={() => onReason({ code: reason.code, text: null })}
          >
            {t(`reason.${reason.code}`)}
          </Button>
        ))}
        {asks && (
          <Button
            size="act"
            variant={asking ? "primary" : "ghost"}
            className={clsx("px-3 text-note", !short && "max-md:whitespace-normal")}
            aria-pressed={asking}
            disabled={pending}
            onClick={() => {
              setAsking((before) => !before);
              setWriting(true);
            }}
          >
            {t("reject.ask")}
          </Button>
        )}
        {!writing && (
          <Button size="act" variant="ghost" className="px-3 text-note" onClick={() => setWriting(true)}>
            {t("reject.words")}
          </Button>
        )}
      </div>
      <form onSubmit={send} className={clsx("mt-2.5 flex gap-2", !writing && "hidden")}>
        <Input
          ref={field}
          className="h-11 max-md:h-14"
          aria-label={t(asking ? "reject.question" : "reject.other")}
          placeholder={t(asking ? "reject.question" : "reject.words")}
          value={text}
          maxLength={REASON_LENGTH_MAX}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" size="act" disabled={pending || text.trim() === ""}>
          {t("reject.send")}
        </Button>
      </form>
    </>
  );
}
