"use client";

import { useState } from "react";

import { signIn } from "../../lib/client/session";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";

export interface SetupFormProps {
  readonly create: (input: Readonly<Record<string, string>>) => Promise<{ readonly ok: boolean; readonly detail: string }>;
}

const WORKSPACES = [
  { value: "team", label: "A team: some things need two signatures" },
  { value: "alone", label: "Alone: I sign with a longer hold instead" },
] as const;

/** The first admin and how the workspace works. Signs in when it is done. */
export function SetupForm({ create }: SetupFormProps) {
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const submit = async (form: FormData): Promise<void> => {
    setPending(true);
    setFailure(null);
    const input = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
    const created = await create(input).catch(() => ({ ok: false, detail: "The server cannot be reached." }));
    const refused = created.ok ? await signIn(input["email"] ?? "", input["password"] ?? "") : created.detail;
    // A full load: the session cookie is new, and nothing rendered without it may be kept.
    if (refused === null) location.replace(new URL("/queue", location.origin));
    else {
      setFailure(refused);
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
      <Field id="workspaceName" label="Workspace" required hint="Shown on every screen: your company or team.">
        {(control) => <Input {...control} name="workspaceName" autoComplete="organization" required maxLength={80} />}
      </Field>
      <Field id="workspace" label="Who works here?" required>
        {(control) => <Select {...control} name="workspace" defaultValue="team" options={WORKSPACES} />}
      </Field>
      <Field id="name" label="Your name" required>
        {(control) => <Input {...control} name="name" autoComplete="name" required maxLength={80} />}
      </Field>
      <Field id="email" label="E-mail" required>
        {(control) => <Input {...control} name="email" type="email" autoComplete="username" required maxLength={254} />}
      </Field>
      <Field id="password" label="Password" required hint="At least 8 characters; 15 or more is better.">
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
        {pending ? "Creating…" : "Create the first admin"}
      </Button>
    </form>
  );
}
