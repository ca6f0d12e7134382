"use client";

import { useRef } from "react";

import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { fieldText } from "../ui/field-text";
import { PasswordField } from "../ui/password-field";
import { useAction } from "../ui/use-action";
import { useWords } from "../words/words-provider";
import type { AccountActions } from "./account-view";

/** Changes one's own password. Every other session ends with it, this one stays. */
export function PasswordForm({ email, changePassword }: Pick<AccountActions, "changePassword"> & { readonly email: string }) {
  const t = useWords("account");
  const form = useRef<HTMLFormElement>(null);
  const acting = useAction(changePassword, () => form.current?.reset());
  return (
    <form
      ref={form}
      method="post"
      className="flex max-w-[26rem] flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const sent = new FormData(event.currentTarget);
        acting.run({ current: fieldText(sent, "current"), next: fieldText(sent, "next") });
      }}
    >
      {acting.failure !== null && <Callout tone="failed" role="alert" title={acting.failure} />}
      {acting.settled && (
        <Callout tone="passed" role="status" title={t("password.changed")}>
          {t("password.others")}
        </Callout>
      )}
      {/* Whose it is, for password managers. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField id="current-password" name="current" label={t("password.current")} autoComplete="current-password" />
      <PasswordField
        id="next-password"
        name="next"
        label={t("password.next")}
        autoComplete="new-password"
        hint={t("password.hint")}
      />
      <div>
        <Button type="submit" aria-disabled={acting.pending || undefined}>
          {acting.pending ? t("password.changing") : t("password.change")}
        </Button>
      </div>
    </form>
  );
}
