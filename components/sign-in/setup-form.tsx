"use client";

import { useState } from "react";

import { signIn } from "../../lib/client/session";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { useWords } from "../words/words-provider";
import { refusalWords } from "./refusal-words";

export interface SetupFormProps {
  readonly create: (input: Readonly<Record<string, string>>) => Promise<{ readonly ok: boolean; readonly detail: string }>;
}

const WORKSPACES = ["team", "alone"] as const;

/** The first admin and how the workspace works. Signs in when it is done. */
export function SetupForm({ create }: SetupFormProps) {
  const t = useWords("signIn");
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const refusalOf = async (email: string, password: string): Promise<string | null> => {
    const refusal = await signIn(email, password);
    return refusal === null ? null : refusalWords(t, refusal);
  };
  const submit = async (form: FormData): Promise<void> => {
    setPending(true);
    setFailure(null);
    const input = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
    const created = await create(input).catch(() => ({ ok: false, detail: t("setup.unreachable") }));
    const refused = created.ok ? await refusalOf(input["email"] ?? "", input["password"] ?? "") : created.detail;
    // A full load: the session cookie is new, and nothing rendered without it may be kept.
    if (refused === null) location.replace(new URL("/queue", location.origin));
    else {
      setFailure(refused);
      setPending(false);
    }
  };
  const workspaces = WORKSPACES.map((value) => ({ value, label: t(`setup.workspace.${value}`) }));
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
      <Field id="workspaceName" label={t("setup.workspaceName")} required hint={t("setup.workspaceName.hint")}>
        {(control) => <Input {...control} name="workspaceName" autoComplete="organization" required maxLength={80} />}
      </Field>
      <Field id="workspace" label={t("setup.workspace")} required>
        {(control) => <Select {...control} name="workspace" defaultValue="team" options={workspaces} />}
      </Field>
      <Field id="name" label={t("setup.name")} required>
        {(control) => <Input {...control} name="name" autoComplete="name" required maxLength={80} />}
      </Field>
      <Field id="email" label={t("email")} required>
        {(control) => <Input {...control} name="email" type="email" autoComplete="username" required maxLength={254} />}
      </Field>
      <Field id="password" label={t("password")} required hint={t("setup.password.hint")}>
        {(control) => (
          <Input
            {...control}
            name="password"
            type="password"
            autoComplete="new-password"
            required
            minLength={8}
            maxLength={1024}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" size="large" disabled={pending}>
        {pending ? t("setup.submitting") : t("setup.submit")}
      </Button>
    </form>
  );
}
