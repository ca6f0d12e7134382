"use client";

import { useRef } from "react";

import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { fieldText } from "../ui/field-text";
import { PasswordField } from "../ui/password-field";
import { useAction } from "../ui/use-action";
import type { AccountActions } from "./account-view";

/** Changes one's own password. Every other session ends with it, this one stays. */
export function PasswordForm({ email, changePassword }: Pick<AccountActions, "changePassword"> & { readonly email: string }) {
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
        <Callout tone="passed" role="status" title="Your password is changed">
          Every other session of yours has ended.
        </Callout>
      )}
      {/* Whose it is, for password managers. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField id="current-password" name="current" label="Current password" autoComplete="current-password" />
      <PasswordField
        id="next-password"
        name="next"
        label="New password"
        autoComplete="new-password"
        hint="At least 8 characters; 15 or more is better. Several unrelated words are easiest to keep."
      />
      <div>
        <Button type="submit" aria-disabled={acting.pending || undefined}>
          {acting.pending ? "Changing…" : "Change the password"}
        </Button>
      </div>
    </form>
  );
}
