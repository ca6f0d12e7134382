"use client";

import { plain } from "../../lib/domain/card/spans";
import { CopyButton } from "../ui/copy-button";
import { useWords } from "../words/words-provider";
import { Spans } from "./spans";

export interface PayloadProps {
  readonly label: string;
  /** The exact text, JSON or plain. */
  readonly text: string;
}

/** A payload as it is, in monospace, wrapped; characters that draw nothing are marked. What is copied is the text itself. */
export function Payload({ label, text }: PayloadProps) {
  const t = useWords("card");
  return (
    <figure className="min-w-0">
      <figcaption className="flex min-h-8 items-center justify-between gap-x-3 tight:flex-wrap text-small font-semibold text-ink-2">
        {label}
        <CopyButton text={text} label={t("copy", { what: label })} />
      </figcaption>
      <pre
        tabIndex={0}
        role="region"
        aria-label={label}
        className="max-h-[28rem] overflow-y-auto rounded-control border border-rule bg-sunk px-3 py-2 font-mono text-small text-ink-2"
      >
        <Spans spans={plain(text)} />
      </pre>
    </figure>
  );
}
