"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState, type ReactNode } from "react";

import { useWords } from "../words/words-provider";
import { Field } from "./field";
import { IconButton } from "./icon-button";
import { Input } from "./input";

export interface PasswordFieldProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | null;
  readonly error?: ReactNode;
  /** `new-password` for one that is chosen, `current-password` for one's own. */
  readonly autoComplete: "new-password" | "current-password";
}

/** A password that can be looked at while it is typed, and pasted. */
export function PasswordField({ id, name, label, hint = null, error = null, autoComplete }: PasswordFieldProps) {
  const t = useWords("ui");
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <Field id={id} label={label} required hint={hint} error={error}>
      {(control) => (
        <span className="relative block">
          <Input
            {...control}
            name={name}
            type={shown ? "text" : "password"}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            required
            maxLength={1024}
            className="pr-11"
          />
          <IconButton
            label={shown ? t("password.hide") : t("password.show")}
            aria-pressed={shown}
            className="absolute top-0 right-0"
            onClick={() => setShown(!shown)}
            icon={<Icon aria-hidden="true" className="size-4" strokeWidth={1.75} />}
          />
        </span>
      )}
    </Field>
  );
}
