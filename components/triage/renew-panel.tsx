"use client";

import clsx from "clsx";
import { useEffect, useRef, useState } from "react";

import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { srOnly } from "../ui/sr-only";
import { useWhileHere } from "../ui/while-here";
import { useWords } from "../words/words-provider";
import type { ApprovalPanelProps } from "./approval-panel";
import { PasswordField } from "./signing-fields";
import type { Refused } from "./decided";
import { isSaidByPassword, useSigning } from "./use-signing";

/** Asks for the password before an approval that lapsed is signed anew, and stays until the server has recorded that. */
export function RenewPanel({ triage, detail, confirmPassword }: ApprovalPanelProps) {
  const [t, desk] = [useWords("deskPanels"), useWords("desk")];
  const { row, regulated } = detail;
  const [refused, setRefused] = useState<Refused | null>(null);
  const [pending, setPending] = useState(false);
  // The meaning was confirmed with the signature, on this very version.
  const signing = useSigning(false, confirmPassword, true);
  const whileHere = useWhileHere();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const ready = signing.complete && triage.queue.connection !== "lost" && !pending;

  const renew = async (): Promise<void> => {
    setPending(true);
    setRefused(null);
    if (await signing.prove()) {
      await triage.decisions.renew(
        row.id,
        whileHere((answer) => {
          setRefused(answer);
          signing.heard(answer);
          if (answer === null) triage.panels.close();
        }),
      );
    }
    setPending(false);
  };

  return (
    <form
      ref={form}
      aria-label={t("renew.form", { headline: row.headline })}
      className="flex scroll-mb-20 flex-col gap-4 rounded-control border border-rule bg-sunk p-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void renew();
      }}
    >
      <PasswordField signing={signing} {...(regulated ? { why: t("renew.each") } : {})} />
      {refused !== null && !isSaidByPassword(refused, signing) && (
        <Callout tone="failed" title={desk("said.notRenewed", { why: refused.says })} />
      )}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <Button variant="ghost" size="act" onClick={triage.panels.close}>
          {t("back")}
        </Button>
        <Button type="submit" variant="primary" size="act" aria-disabled={!ready} className={clsx(!ready && "opacity-50")}>
          {pending ? desk("renew.pending") : desk.rich("renew.do", { headline: row.headline, hidden: srOnly })}
        </Button>
      </div>
    </form>
  );
}
