"use client";

import { Ellipsis } from "lucide-react";
import type { ReactNode } from "react";
import { useRef, useState } from "react";

import { Field } from "../ui/field";
import { fieldText } from "../ui/field-text";
import { FormDialog } from "../ui/form-dialog";
import { IconButton } from "../ui/icon-button";
import { Menu, MenuItem } from "../ui/menu";
import { Select } from "../ui/select";
import { useAction } from "../ui/use-action";
import { PasswordField } from "../ui/password-field";
import type { PeopleActions, PersonView } from "./person-view";
import { ROLE_OPTIONS } from "./person-view";

type Asking = "role" | "password" | "enable";

interface Question {
  readonly title: string;
  readonly description: string;
  readonly submit: string;
  readonly fields: ReactNode;
}

/** What an admin can change about a person: role, password, whether they may come in. Each is asked about once more. */
export function PersonActs({ person, actions }: { readonly person: PersonView; readonly actions: PeopleActions }) {
  const [asking, setAsking] = useState<Asking>("role");
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => setOpen(false);
  const role = useAction(actions.changeRole, close);
  const password = useAction(actions.setPassword, close);
  const enable = useAction(actions.enable, close);
  const acting = { role, password, enable }[asking];
  const ask = (what: Asking) => {
    for (const one of [role, password, enable]) one.clear();
    setAsking(what);
    setOpen(true);
  };
  const submit = (form: FormData) => {
    if (asking === "role") role.run({ personId: person.id, role: fieldText(form, "role") });
    if (asking === "password") password.run({ personId: person.id, password: fieldText(form, "password") });
    if (asking === "enable") enable.run({ personId: person.id, enabled: person.disabledAt !== null });
  };
  const { fields, ...question } = questionOf(asking, person);
  return (
    <>
      <Menu
        label={`Change ${person.name}`}
        trigger={
          <IconButton
            ref={button}
            label={`Change ${person.name}`}
            icon={<Ellipsis aria-hidden="true" className="size-[1.125rem]" strokeWidth={1.75} />}
          />
        }
      >
        <MenuItem onSelect={() => ask("role")}>Change role…</MenuItem>
        <MenuItem onSelect={() => ask("password")}>Set a new password…</MenuItem>
        <MenuItem onSelect={() => ask("enable")}>{person.disabledAt === null ? "Disable…" : "Enable…"}</MenuItem>
      </Menu>
      <FormDialog
        open={open}
        onOpenChange={setOpen}
        {...question}
        pending={acting.pending}
        failure={acting.failure}
        onSubmit={submit}
        returnTo={button}
      >
        {fields}
      </FormDialog>
    </>
  );
}

function questionOf(asking: Asking, person: PersonView): Question {
  const { name, you } = person;
  const signedOut = you ? "You are signed out and sign in again." : "They are signed out everywhere.";
  switch (asking) {
    case "role":
      return {
        title: you ? "Change your own role?" : `Change the role of ${name}`,
        description: signedOut,
        submit: "Change the role",
        fields: (
          <Field id={`role-${person.id}`} label="Role">
            {(control) => <Select {...control} name="role" defaultValue={person.role} options={ROLE_OPTIONS} data-first-focus />}
          </Field>
        ),
      };
    case "password":
      return {
        title: `A new password for ${name}`,
        description: `${signedOut} Hand the password over yourself: nothing is sent.`,
        submit: "Set the password",
        fields: (
          <PasswordField
            id={`password-${person.id}`}
            name="password"
            label="New password"
            autoComplete="new-password"
            hint="At least 8 characters; 15 or more is better."
          />
        ),
      };
    case "enable":
      return person.disabledAt === null
        ? {
            title: you ? "Disable yourself?" : `Disable ${name}?`,
            description: "Their next request is refused and they are signed out everywhere. What they decided stays.",
            submit: "Disable",
            fields: null,
          }
        : {
            title: `Enable ${name}?`,
            description: "They can sign in again with the password they had.",
            submit: "Enable",
            fields: null,
          };
  }
}
