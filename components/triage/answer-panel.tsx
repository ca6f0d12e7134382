"use client";

import { useEffect, useRef, useState } from "react";

import type { CardDetail } from "../../lib/contract/people";
import { showsAnything } from "../../lib/domain/invisible";
import { ANSWER_LENGTH_MAX, REASON_LENGTH_MAX } from "../../lib/domain/proposal";
import { ASK_AGENT } from "../../lib/domain/question";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Field } from "../ui/field";
import { Textarea } from "../ui/textarea";
import { useWords } from "../words/words-provider";
import type { Refused } from "./decided";
import type { Triage } from "./use-triage";

export interface AnswerPanelProps {
  readonly as: "answer" | "ask";
  readonly triage: Triage;
  readonly detail: CardDetail;
}

/** What either form sends, and how much it takes. */
const SENDS = {
  answer: { most: ANSWER_LENGTH_MAX, decision: (answer: string) => ({ type: "answer", answer }) as const },
  ask: {
    most: REASON_LENGTH_MAX,
    decision: (text: string) => ({ type: "reject", reason: { code: ASK_AGENT, text } }) as const,
  },
};

/** Words to the agent in place of running what it proposed: a reply, or a question. The form stays, with what was typed, until the server has recorded it. */
export function AnswerPanel({ as, triage, detail }: AnswerPanelProps) {
  const t = useWords("deskPanels");
  const [text, setText] = useState("");
  const [refused, setRefused] = useState<Refused | null>(null);
  const [pending, setPending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const ready = showsAnything(text) && triage.blocked === null;
  const send = async (): Promise<void> => {
    setPending(true);
    setRefused(await triage.sending.sendForm({ decision: SENDS[as].decision(text), act: { type: "key" } }));
    setPending(false);
  };
  return (
    <form
      ref={form}
      aria-label={t(`${as}.form`, { headline: detail.row.headline })}
      className="flex scroll-mb-20 flex-col gap-4 rounded-control border border-rule bg-sunk p-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !pending) void send();
      }}
    >
      <Field id={`${as}-text`} label={t(`${as}.text`)} required hint={t(`${as}.text.hint`)}>
        {(control) => (
          <Textarea
            {...control}
            autoFocus
            dir="auto"
            value={text}
            maxLength={SENDS[as].most}
            onChange={(event) => {
              setText(event.target.value);
              setRefused(null);
            }}
          />
        )}
      </Field>
      {refused !== null && <Callout tone="failed" role="alert" title={t(`${as}.refused`, { says: refused.says })} />}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <Button variant="ghost" size="act" onClick={triage.panels.close}>
          {t("back")}
        </Button>
        <Button type="submit" variant="primary" size="act" disabled={!ready || pending}>
          {t(pending ? "sending" : `${as}.send`)}
        </Button>
      </div>
    </form>
  );
}
