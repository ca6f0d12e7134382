"use client";

import type { PolicyDraftOpened } from "../../lib/contract/policy";
import { Field } from "../ui/field";
import { fieldText } from "../ui/field-text";
import { FormDialog } from "../ui/form-dialog";
import { Input } from "../ui/input";
import { useAction } from "../ui/use-action";
import { useWords } from "../words/words-provider";
import type { PolicyActions } from "./policy-actions";

export interface SaveDraftDialogProps {
  readonly text: string;
  /** The draft that is worked on; null for a new one. */
  readonly opened: PolicyDraftOpened | null;
  readonly save: PolicyActions["saveDraft"];
  readonly onSaved: (draft: PolicyDraftOpened) => void;
  readonly onClose: () => void;
}

/** Gives a draft a name: from then on it is counted beside the policy in force. */
export function SaveDraftDialog({ text, opened, save, onSaved, onClose }: SaveDraftDialogProps) {
  const t = useWords("policy");
  const saving = useAction(
    save,
    (draft) => {
      onSaved(draft);
      onClose();
    },
    ["name"],
  );
  return (
    <FormDialog
      open
      onOpenChange={onClose}
      title={t("draft.save")}
      description={t("draft.save.says")}
      submit={t("draft.save")}
      pending={saving.pending}
      failure={saving.failure}
      onSubmit={(form) => {
        const name = fieldText(form, "name").trim();
        saving.run({ name, text, seenAt: opened?.name === name ? opened.at : null });
      }}
    >
      <Field id="draft-name" label={t("draft.name")} required error={saving.issue("name")}>
        {(control) => (
          <Input
            {...control}
            name="name"
            required
            maxLength={80}
            data-first-focus
            autoComplete="off"
            defaultValue={opened?.name ?? ""}
            placeholder={t("draft.name.example")}
          />
        )}
      </Field>
    </FormDialog>
  );
}
