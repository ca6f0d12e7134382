"use client";

import type { SyntheticEvent } from "react";
import { useEffect, useId, useRef, useState } from "react";

import type { RejectReason } from "../../lib/domain/card/card";
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
  readonly pending?: boolean;
  /** Called once it is on the screen, with the page's clock: a click that comes too soon after was meant for something else. */
  readonly onShown?: (at: number) => void;
  readonly onReason: (reason: { readonly code: string; readonly text: string | null }) => void;
  /** Without a reason, or back to the card where one is required. */
  readonly onDismiss: () => void;
}

const TEXT_MAX = 2000;

/** Why not: presets on `1` to `6`, or a sentence. Goes back to the agent, so it is worth a key; blocks nothing. Comes into view by itself. */
export function RejectStrip(props: RejectStripProps) {
  const { subject, reasons, required, showKeys, pending = false, onShown, onReason, onDismiss } = props;
  const t = useWords("card");
  const id = useId();
  const [text, setText] = useState("");
  const section = useRef<HTMLElement>(null);
  const shown = useRef(onShown);
  useEffect(() => {
    shown.current?.(performance.now());
    section.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    const said = text.trim();
    if (said !== "") onReason({ code: "other", text: said });
  };
  return (
    <section
      ref={section}
      aria-labelledby={`${id}-title`}
      className="rounded-card border border-rule bg-panel px-4 pt-2 pb-4 text-note shadow-card"
    >
      <div className="mb-1 flex flex-wrap items-baseline gap-x-2">
        <h2 id={`${id}-title`} className="font-semibold text-ink">
          {required ? t("reject.why") : t("reject.rejected")}
        </h2>
        <p className="min-w-0 text-ink-3">
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
      <div className="grid grid-cols-2 gap-2 md:flex md:flex-wrap" role="group" aria-label={t("reject.reasons")}>
        {reasons.map((reason, index) => (
          <Button
            key={reason.code}
            size="act"
            className="px-3 text-note max-md:whitespace-normal"
            disabled={pending}
            shortcut={showKeys && index < 6 ? (index + 1).toString() : undefined}
            onClick={() => onReason({ code: reason.code, text: null })}
          >
            {t(`reason.${reason.code}`)}
          </Button>
        ))}
      </div>
      <form onSubmit={send} className="mt-2.5 flex gap-2">
        <Input
          className="h-11 max-md:h-14"
          aria-label={t("reject.other")}
          placeholder={t("reject.words")}
          value={text}
          maxLength={TEXT_MAX}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" size="act" disabled={pending || text.trim() === ""}>
          {t("reject.send")}
        </Button>
      </form>
    </section>
  );
}
