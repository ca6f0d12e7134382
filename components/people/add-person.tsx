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
import type { PeopleActions } from "./person-view";
import { ROLE_OPTIONS } from "./person-view";

/** Adds someone with a first password, which the admin hands over: nothing is sent by mail. */
export function AddPerson({ create }: Pick<PeopleActions, "create">) {
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
        Add a person
      </Button>
      <FormDialog
        open={open}
        onOpenChange={setOpen}
        title="Add a person"
        description="They can sign in at once. Nothing is sent: hand them the password yourself."
        submit="Add them"
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
        <Field id="person-name" label="Name" required hint="Stands beside every decision of theirs." error={acting.issue("name")}>
          {(control) => <Input {...control} name="name" required maxLength={80} data-first-focus />}
        </Field>
        <Field id="person-email" label="E-mail" required error={acting.issue("email")}>
          {(control) => <Input {...control} name="email" type="email" required maxLength={254} />}
        </Field>
        <Field id="person-role" label="Role">
          {(control) => <Select {...control} name="role" defaultValue="reviewer" options={ROLE_OPTIONS} />}
        </Field>
        <PasswordField
          id="person-password"
          name="password"
          label="First password"
          autoComplete="new-password"
          hint="At least 8 characters; 15 or more is better. They can change it."
          error={acting.issue("password")}
        />
      </FormDialog>
    </>
  );
}
