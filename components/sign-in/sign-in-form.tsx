"use client";

import { useState } from "react";

import { signIn } from "../../lib/client/session";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Field } from "../ui/field";
import { fieldText } from "../ui/field-text";
import { Input } from "../ui/input";
import { useWords } from "../words/words-provider";
import { refusalWords } from "./refusal-words";

/** E-mail and password. `returnTo` is a path of this site, checked by the server that rendered it. */
export function SignInForm({ returnTo }: { readonly returnTo: string }) {
  const t = useWords("signIn");
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const submit = async (form: FormData): Promise<void> => {
    setPending(true);
    setFailure(null);
    const refused = await signIn(fieldText(form, "email"), fieldText(form, "password"));
    if (refused === null) location.assign(returnTo);
    else {
      setFailure(refusalWords(t, refused));
      setPending(false);
    }
  };
  return (
    <form
      method="post"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(new FormData(event.currentTarget));
      }}
    >
      {failure !== null && (
        <div role="alert">
          <Callout tone="failed" title={failure} />
        </div>
      )}
      <Field id="email" label={t("email")} required>
        {(control) => <Input {...control} name="email" type="email" autoComplete="username" autoFocus required maxLength={254} />}
      </Field>
      <Field id="password" label={t("password")} required>
        {(control) => (
          <Input {...control} name="password" type="password" autoComplete="current-password" required maxLength={1024} />
        )}
      </Field>
      <Button type="submit" variant="primary" size="large" disabled={pending}>
        {pending ? t("submitting") : t("submit")}
      </Button>
    </form>
  );
}
