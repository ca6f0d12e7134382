import type { ReactNode } from "react";
import { useEffect, useRef } from "react";

import type { CardDetail } from "../../lib/contract/people";
import { bdi } from "../ui/bdi";
import { Checkbox } from "../ui/checkbox";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { useWords } from "../words/words-provider";
import type { Signing } from "./use-signing";

export interface SigningFieldsProps {
  readonly detail: CardDetail;
  readonly signing: Signing;
  /** Between the meaning and the password. */
  readonly children?: ReactNode;
}

/** What a regulated signature asks for: the rule, the meaning in words, and the password anew. The server takes none without the meaning, nor with a sign-in older than five minutes. */
export function SigningFields({ detail, signing, children }: SigningFieldsProps) {
  const t = useWords("deskPanels");
  const { regulation } = detail;
  return (
    <>
      <p className="text-note font-semibold text-ink">
        {regulation === null ? t("sign.regulated") : t.rich("sign.by", { regulation, rule: bdi })}
      </p>
      <Checkbox
        required
        // Not ticked yet is no mistake: otherwise it is heard as an invalid entry before anybody was there.
        aria-invalid={false}
        checked={signing.meaning}
        onChange={(event) => {
          signing.setMeaning(event.target.checked);
        }}
      >
        {t.rich("sign.meaning", { headline: detail.row.headline, what: bdi })}
      </Checkbox>
      {children}
      <PasswordField signing={signing} />
    </>
  );
}

export interface PasswordFieldProps extends Pick<SigningFieldsProps, "signing"> {
  /** Why it is asked for, where that is not the age of the sign-in. */
  readonly why?: string;
}

/** The password anew, for what needs a fresh sign-in. Where only the server asked for it, it says why, and takes the focus. */
export function PasswordField({ signing, why }: PasswordFieldProps) {
  const t = useWords("deskPanels");
  const { again } = signing;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (again) field.current?.focus();
  }, [again]);
  return (
    <Field
      id="signing-password"
      label={t("sign.password")}
      hint={again ? (why ?? t("sign.again")) : null}
      required
      error={signing.failure}
    >
      {(control) => (
        <Input
          {...control}
          ref={field}
          type="password"
          autoComplete="current-password"
          value={signing.password}
          onChange={(event) => {
            signing.setPassword(event.target.value);
          }}
        />
      )}
    </Field>
  );
}
