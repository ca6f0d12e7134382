"use client";

import { useMemo, useState } from "react";

import type { CardDetail } from "../../lib/contract/people";
import { applyEdit, diffArguments, readEdit } from "../../lib/domain/card/edit-form";
import type { Json, JsonObject } from "../../lib/domain/json";
import type { EditValue } from "../card/edit-field";
import { EditPanel } from "../card/edit-panel";
import { Sheet } from "../ui/sheet";
import type { Triage } from "./use-triage";

/** Why a reviewer changed something before approving. */
const EDIT_REASONS = [
  { code: "wrong_value", label: "A value was wrong" },
  { code: "outside_policy", label: "Outside our rules" },
  { code: "wording", label: "Wording" },
  { code: "formatting", label: "Formatting only" },
] as const;

/** Typed fields of the open card, changed and then approved as changed: policy judges it anew and the digest is another. */
export function EditSheet({ triage, detail }: { readonly triage: Triage; readonly detail: CardDetail }) {
  const [values, setValues] = useState<Readonly<Record<string, EditValue>>>({});
  const [reason, setReason] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const edited = useMemo(() => readValues(detail, values), [detail, values]);
  const changes = useMemo(() => diffArguments(detail.arguments, edited.arguments), [detail, edited]);

  const submit = async (): Promise<void> => {
    if (reason === null) return;
    setPending(true);
    const confirm = detail.row.treatment === "confirm" || detail.row.treatment === "two_person";
    await triage.send({
      decision: { type: "edit", arguments: mutable(edited.arguments), reason: { code: reason, text: null } },
      // Filling in the form and sending it is the deliberate act of an edit.
      act: { type: confirm ? "alternative" : "key" },
    });
    setPending(false);
  };

  return (
    <Sheet
      open
      title="Edit, then approve"
      onOpenChange={(open) => {
        if (!open) triage.open("none");
      }}
    >
      <EditPanel
        subject={detail.row.headline}
        fields={detail.editFields}
        values={values}
        errors={edited.errors}
        changes={changes}
        reasons={EDIT_REASONS}
        reason={reason}
        verdict={null}
        pending={pending}
        onChange={(path, value) => {
          setValues((before) => ({ ...before, [path]: value }));
        }}
        onReason={setReason}
        onSubmit={() => void submit()}
        onCancel={() => {
          triage.open("none");
        }}
      />
    </Sheet>
  );
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

function mutable(value: JsonObject): CardDetail["arguments"] {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the same JSON; zod's type merely lacks the readonly marks
  return value as CardDetail["arguments"];
}
