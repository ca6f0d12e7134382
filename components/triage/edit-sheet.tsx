"use client";

import { useMemo, useState, type ReactNode } from "react";

import type { CardDetail } from "../../lib/contract/people";
import { applyEdit, diffArguments, readEdit } from "../../lib/domain/card/edit-form";
import { EDIT_REASONS } from "../../lib/domain/card/edit-reasons";
import { asksReasonFirst } from "../../lib/domain/input/input-state";
import type { Json, JsonObject } from "../../lib/domain/json";
import type { EditValue } from "../card/edit-field";
import { EditPanel } from "../card/edit-panel";
import { english } from "../ui/english";
import { Sheet } from "../ui/sheet";
import type { Words } from "../words/make-words";
import { useWords } from "../words/words-provider";
import { EditPreview } from "./edit-preview";
import { PasswordField, SigningFields } from "./signing-fields";
import type { Refused } from "./decided";
import { useEditPreview } from "./use-edit-preview";
import { useSignable } from "./use-signable";
import type { ConfirmPassword } from "./use-signing";
import { isSaidByPassword, useSigning } from "./use-signing";
import type { Triage } from "./use-triage";

export interface EditSheetProps {
  readonly triage: Triage;
  readonly detail: CardDetail;
  readonly confirmPassword: ConfirmPassword;
}

/**
 * Typed fields of the open card, changed and then approved as changed: policy judges it anew and the digest is another. What the server
 * refuses is shown beside its field, and nothing that was typed is lost.
 */
export function EditSheet({ triage, detail, confirmPassword }: EditSheetProps) {
  const [t, card] = [useWords("deskPanels"), useWords("card")];
  const [values, setValues] = useState<Readonly<Record<string, EditValue>>>({});
  const [reason, setReason] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const deliberate = asksReasonFirst({ treatment: detail.row.treatment, regulated: detail.regulated });
  const signable = useSignable(triage.card.lease, detail.row.treatment);
  const signing = useSigning(detail.regulated, confirmPassword);
  const unsigned = signing.complete ? null : t(detail.regulated ? "edit.unsigned" : "edit.unproved");
  const missing = missingWords(t, { unsigned, signable: signable || !deliberate });
  const edited = useMemo(() => readValues(detail, values), [detail, values]);
  const changes = useMemo(() => diffArguments(detail.arguments, edited.arguments), [detail, edited]);
  const fits = changes.length > 0 && Object.keys(edited.errors).length === 0;
  const preview = useEditPreview(detail, fits ? edited.arguments : null);

  const submit = async (): Promise<void> => {
    if (reason === null || missing !== null) return;
    setPending(true);
    if (await signing.prove()) {
      const answer = await triage.sending.sendForm({
        decision: { type: "edit", arguments: edited.arguments, reason: { code: reason, text: null } },
        // Filling in the form and sending it is the deliberate act of an edit, also where the values raise what is asked for.
        act: { type: "alternative" },
        ...(detail.regulated ? { meaningConfirmed: signing.meaning } : {}),
      });
      setRefused(answer);
      signing.heard(answer);
    }
    setPending(false);
  };

  return (
    <Sheet
      open
      title={t("edit.title")}
      onOpenChange={(open) => {
        if (!open) triage.panels.close();
      }}
    >
      {detail.regulated && (
        <div className="flex flex-col gap-4 border-b border-rule p-5">
          <SigningFields detail={detail} signing={signing} />
        </div>
      )}
      {signing.again && (
        <div className="border-b border-rule p-5">
          <PasswordField signing={signing} />
        </div>
      )}
      <EditPanel
        subject={detail.row.headline}
        fields={detail.editFields}
        values={values}
        errors={{ ...issuesByField(detail, refused), ...edited.errors }}
        changes={changes}
        reasons={EDIT_REASONS.map((code) => ({ code, label: card(`edit.why.${code}`) }))}
        reason={reason}
        verdict={refused === null || isSaidByPassword(refused, signing) ? missing : verdictOf(t, detail, refused)}
        preview={<EditPreview from={detail.row} preview={preview} />}
        pending={pending}
        onChange={(path, value) => {
          setRefused(null);
          setValues((before) => ({ ...before, [path]: value }));
        }}
        onReason={(code) => {
          setRefused(null);
          setReason(code);
        }}
        onSubmit={() => void submit()}
        onCancel={triage.panels.close}
      />
    </Sheet>
  );
}

/** What the server says of each field of the form, by the field's path. */
function issuesByField(detail: CardDetail, refused: Refused | null): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  for (const { path, says } of refused?.issues ?? []) {
    const field = detail.editFields.find((one) => one.path === path);
    if (field !== undefined) errors[field.path] = says;
  }
  return errors;
}

/** What still stands before the signature, for a form that is otherwise complete; null when nothing does. */
function missingWords(
  t: Words<"deskPanels">,
  { unsigned, signable }: { readonly unsigned: string | null; readonly signable: boolean },
): Verdict | null {
  if (unsigned !== null) return { tone: "failed", says: unsigned };
  return signable ? null : { tone: "failed", says: t("edit.tooSoon") };
}

interface Verdict {
  readonly tone: "note" | "failed";
  readonly says: ReactNode;
}

/** The refusal, with what belongs to no field of the form spelled out. What another value could mend waits for it; the rest may be tried again. */
function verdictOf(t: Words<"deskPanels">, detail: CardDetail, refused: Refused): Verdict {
  const shown = issuesByField(detail, refused);
  const others = refused.issues.filter(({ says }) => !Object.values(shown).includes(says));
  const more = others.map(({ path, says }) => `: ${path} ${says}`).join("");
  const says = (
    <>
      {refused.says}
      {more !== "" && english(more)}
    </>
  );
  return { tone: refused.issues.length > 0 ? "failed" : "note", says: t.rich("edit.refused", { says }) };
}

function readValues(
  detail: CardDetail,
  values: Readonly<Record<string, EditValue>>,
): { readonly arguments: JsonObject; readonly errors: Readonly<Record<string, string>> } {
  const changes: { path: string; value: Json }[] = [];
  const errors: Record<string, string> = {};
  for (const { options, ...rest } of detail.editFields) {
    const field = { ...rest, ...(options === undefined ? {} : { options }) };
    const value = values[field.path];
    if (value === undefined) continue;
    const read = typeof value === "string" ? readEdit(field, value) : { ok: true as const, value };
    if (read.ok) changes.push({ path: field.path, value: read.value });
    else errors[field.path] = read.error;
  }
  return { arguments: applyEdit(detail.arguments, changes), errors };
}
