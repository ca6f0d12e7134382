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
import { useWords } from "../words/words-provider";
import type { AgentActions } from "./agent-actions";

/** A name as agents have them. */
const NAME = "refunds";

/** Registers an agent, then leads to it: without a key it can do nothing. */
export function NewAgent({ create }: Pick<AgentActions, "create">) {
  const t = useWords("agents");
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
        {t("new")}
      </Button>
      <FormDialog
        open={open}
        onOpenChange={setOpen}
        title={t("new")}
        description={t("new.says")}
        submit={t("new.submit")}
        pending={acting.pending}
        failure={acting.failure}
        onSubmit={(form) => acting.run({ name: fieldText(form, "name") })}
      >
        <Field id="agent-name" label={t("new.name")} required hint={t("new.name.hint")} error={acting.issue("name")}>
          {(control) => (
            <Input {...control} name="name" required maxLength={80} data-first-focus spellCheck={false} placeholder={NAME} />
          )}
        </Field>
      </FormDialog>
    </>
  );
}
