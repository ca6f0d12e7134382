"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";

import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { fieldText } from "../ui/field-text";
import { FormDialog } from "../ui/form-dialog";
import { Input } from "../ui/input";
import { useAction } from "../ui/use-action";
import type { AgentActions } from "./agent-actions";

/** Registers an agent, then leads to it: without a key it can do nothing. */
export function NewAgent({ create }: Pick<AgentActions, "create">) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const acting = useAction(
    create,
    ({ id }) => {
      setOpen(false);
      router.push(`/agents/${id}`);
    },
    ["name"],
  );
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
        New agent
      </Button>
      <FormDialog
        open={open}
        onOpenChange={setOpen}
        title="New agent"
        description="Everything it proposes is looked at by a person, until it has earned less."
        submit="Create the agent"
        pending={acting.pending}
        failure={acting.failure}
        onSubmit={(form) => acting.run({ name: fieldText(form, "name") })}
      >
        <Field
          id="agent-name"
          label="Name"
          required
          hint="Stands on every card. It cannot be taken by another agent, not even one that only looks the same."
          error={acting.issue("name")}
        >
          {(control) => (
            <Input {...control} name="name" required maxLength={80} data-first-focus spellCheck={false} placeholder="refunds" />
          )}
        </Field>
      </FormDialog>
    </>
  );
}
