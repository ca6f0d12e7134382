"use client";

import { Plus } from "lucide-react";
import { useState } from "react";

import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { fieldText } from "../ui/field-text";
import { FormDialog } from "../ui/form-dialog";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { useAction } from "../ui/use-action";
import { PasswordField } from "../ui/password-field";
import { useWords } from "../words/words-provider";
import type { PeopleActions } from "./person-view";
import { roleOptions } from "./role-options";

/** Adds someone with a first password, which the admin hands over: nothing is sent by mail. */
export function AddPerson({ create }: Pick<PeopleActions, "create">) {
  const t = useWords("people");
  const frame = useWords("shell");
  const [open, setOpen] = useState(false);
  const acting = useAction(create, () => setOpen(false), ["name", "email", "password"]);
  return (
    <>
      <Button
        variant="primary"
        onClick={() => {
          acting.clear();
          setOpen(true);
        }}
      >
        <Plus aria-hidden="true" className="size-4" strokeWidth={1.75} />
        {t("add")}
      </Button>
      <FormDialog
        open={open}
        onOpenChange={setOpen}
        title={t("add")}
        description={t("add.says")}
        submit={t("add.submit")}
        pending={acting.pending}
        failure={acting.failure}
        onSubmit={(form) =>
          acting.run({
            name: fieldText(form, "name"),
            email: fieldText(form, "email"),
            role: fieldText(form, "role"),
            password: fieldText(form, "password"),
          })
        }
      >
        <Field id="person-name" label={t("name")} required hint={t("name.hint")} error={acting.issue("name")}>
          {(control) => <Input {...control} name="name" required maxLength={80} data-first-focus />}
        </Field>
        <Field id="person-email" label={t("email")} required error={acting.issue("email")}>
          {(control) => <Input {...control} name="email" type="email" required maxLength={254} />}
        </Field>
        <Field id="person-role" label={t("role")}>
          {(control) => <Select {...control} name="role" defaultValue="reviewer" options={roleOptions(t, frame)} />}
        </Field>
        <PasswordField
          id="person-password"
          name="password"
          label={t("firstPassword")}
          autoComplete="new-password"
          hint={t("firstPassword.hint")}
          error={acting.issue("password")}
        />
      </FormDialog>
    </>
  );
}
