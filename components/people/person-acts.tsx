"use client";

import { Ellipsis } from "lucide-react";
import type { ReactNode } from "react";
import { useRef, useState } from "react";

import { Field } from "../ui/field";
import { fieldText } from "../ui/field-text";
import { FormDialog } from "../ui/form-dialog";
import { IconButton } from "../ui/icon-button";
import { Menu, MenuItem } from "../ui/menu";
import type { SelectOption } from "../ui/select";
import { Select } from "../ui/select";
import { useAction } from "../ui/use-action";
import { PasswordField } from "../ui/password-field";
import type { Words } from "../words/make-words";
import { useWords } from "../words/words-provider";
import type { PeopleActions, PersonView } from "./person-view";
import { roleOptions } from "./role-options";

type Asking = "role" | "password" | "enable";

interface Question {
  readonly title: string;
  readonly description: string;
  readonly submit: string;
  readonly fields: ReactNode;
}

/** What an admin can change about a person: role, password, whether they may come in. Each is asked about once more. */
export function PersonActs({ person, actions }: { readonly person: PersonView; readonly actions: PeopleActions }) {
  const t = useWords("people");
  const roles = roleOptions(t, useWords("shell"));
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
  const { fields, ...question } = questionOf(t, asking, { person, roles });
  return (
    <>
      <Menu
        label={t("change", { name: person.name })}
        trigger={
          <IconButton
            ref={button}
            label={t("change", { name: person.name })}
            icon={<Ellipsis aria-hidden="true" className="size-[1.125rem]" strokeWidth={1.75} />}
          />
        }
      >
        <MenuItem onSelect={() => ask("role")}>{t("change.role")}</MenuItem>
        <MenuItem onSelect={() => ask("password")}>{t("change.password")}</MenuItem>
        <MenuItem onSelect={() => ask("enable")}>
          {person.disabledAt === null ? t("change.disable") : t("change.enable")}
        </MenuItem>
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

interface About {
  readonly person: PersonView;
  readonly roles: readonly SelectOption[];
}

function questionOf(t: Words<"people">, asking: Asking, { person, roles }: About): Question {
  const { name, you } = person;
  switch (asking) {
    case "role":
      return {
        title: you ? t("role.title.you") : t("role.title", { name }),
        description: you ? t("role.says.you") : t("role.says"),
        submit: t("role.submit"),
        fields: (
          <Field id={`role-${person.id}`} label={t("role")}>
            {(control) => <Select {...control} name="role" defaultValue={person.role} options={roles} data-first-focus />}
          </Field>
        ),
      };
    case "password":
      return {
        title: t("password.title", { name }),
        description: you ? t("password.says.you") : t("password.says"),
        submit: t("password.submit"),
        fields: (
          <PasswordField
            id={`password-${person.id}`}
            name="password"
            label={t("password")}
            autoComplete="new-password"
            hint={t("password.hint")}
          />
        ),
      };
    case "enable":
      return person.disabledAt === null
        ? {
            title: you ? t("disable.title.you") : t("disable.title", { name }),
            description: t("disable.says"),
            submit: t("disable.submit"),
            fields: null,
          }
        : { title: t("enable.title", { name }), description: t("enable.says"), submit: t("enable.submit"), fields: null };
  }
}
