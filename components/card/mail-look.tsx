"use client";

import { useMemo, useState } from "react";

import { htmlOf } from "../../lib/domain/card/email/mail-html";
import type { JsonObject } from "../../lib/domain/json";
import { Button } from "../ui/button";
import { useWords } from "../words/words-provider";
import { mailPage } from "./mail-page";

export interface MailLookProps {
  /** The exact arguments of the message. */
  readonly fields: JsonObject;
}

/**
 * How the HTML of a message would look, on demand: in a frame that runs nothing, asks nobody and leads nowhere. It decides nothing: the words
 * are on the card, and what the HTML hides is among its checks. Nothing where a message has no HTML.
 */
export function MailLook({ fields }: MailLookProps) {
  const t = useWords("card");
  const [shown, setShown] = useState(false);
  const html = htmlOf(fields);
  // Of the arguments as they are now: the message may be changed while it is looked at.
  const page = useMemo(() => (shown && html !== null ? mailPage(html, t) : null), [shown, html, t]);
  if (html === null) return null;
  return (
    <section aria-label={t("mail.look")} className="flex flex-col gap-2">
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <h3 className="text-small font-semibold text-ink-2">{t("mail.look")}</h3>
        <Button
          size="small"
          onClick={() => {
            setShown(!shown);
          }}
        >
          {t(shown ? "mail.hide" : "mail.show")}
        </Button>
      </div>
      <p className="text-note text-ink-3">{t("mail.note")}</p>
      {page !== null && (
        <iframe
          title={t("mail.frame")}
          sandbox=""
          referrerPolicy="no-referrer"
          srcDoc={page}
          className="h-96 w-full rounded-control border border-rule bg-white [color-scheme:light]"
        />
      )}
    </section>
  );
}
