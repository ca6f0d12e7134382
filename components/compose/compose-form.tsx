"use client";

import { useState } from "react";

import { composedArguments } from "../../lib/domain/card/compose-form";
import type { EditValue } from "../card/edit-field";
import { bdi } from "../ui/bdi";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Link } from "../ui/link";
import { useAction } from "../ui/use-action";
import { useWords } from "../words/words-provider";
import { ArgumentFields } from "./argument-fields";
import { ComposeContext } from "./compose-context";
import type { ComposeScreenProps } from "./compose-props";
import { DraftLine } from "./draft-line";
import { draftText, type ComposeDraft } from "./draft-text";

const EMPTY: ComposeDraft = {
  name: "",
  args: "{\n  \n}",
  system: "",
  environment: "",
  resource: "",
  before: "",
  after: "",
  rationale: "",
};
/** An action as agents name them. */
const ACTION = "payment.refund";
const NO_VALUES: Readonly<Record<string, EditValue>> = {};

/**
 * One proposal. An action whose schema the catalogue holds gets a field an argument; any other is typed as JSON, which travels as it was typed so
 * that the server reads it strictly.
 */
export function ComposeForm({ actions, compose }: Omit<ComposeScreenProps, "importLines">) {
  const t = useWords("compose");
  const [draft, setDraft] = useState(EMPTY);
  const [values, setValues] = useState(NO_VALUES);
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const [asJson, setAsJson] = useState(false);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const described = actions.find(({ name }) => name === draft.name.trim())?.fields ?? [];
  const fields = asJson ? [] : described;
  const sending = useAction(
    compose,
    () => {
      setDraft({ ...EMPTY, name: draft.name });
      setValues(NO_VALUES);
      setKey(crypto.randomUUID());
    },
    fields.map(({ path }) => path),
  );
  const set = (change: Partial<ComposeDraft>): void => setDraft((before) => ({ ...before, ...change }));
  const propose = (): void => {
    const composed = composedArguments(fields, values);
    setMissing(composed.ok ? {} : composed.error);
    if (!composed.ok) return;
    const args = fields.length === 0 ? draft.args : JSON.stringify(composed.value);
    sending.run({ text: draftText({ ...draft, args }), key });
  };
  return (
    <form
      className="flex flex-col gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        propose();
      }}
    >
      {sending.failure !== null && <Callout tone="failed" title={sending.failure} role="alert" />}
      {sending.done !== null && (
        <Callout tone="passed" title={t.rich("proposed", { headline: sending.done.headline, name: bdi })} role="status">
          <Link href={`/proposals/${sending.done.id}`} className="text-accent underline underline-offset-2">
            {t(`is.${sending.done.status}`)}
          </Link>
        </Callout>
      )}
      <DraftLine
        id="name"
        label={t("action")}
        hint={t("action.hint", { example: ACTION })}
        required
        value={draft.name}
        options={actions.map(({ name }) => name)}
        onChange={(name) => {
          set({ name });
          setValues(NO_VALUES);
          setMissing({});
        }}
      />
      <ArgumentFields
        fields={fields}
        values={values}
        issue={(path) => missing[path] ?? sending.issue(path)}
        json={draft.args}
        onChange={(path, value) => setValues((before) => ({ ...before, [path]: value }))}
        onJson={(args) => set({ args })}
      />
      {described.length > 0 && (
        <Button variant="ghost" size="small" className="self-start" onClick={() => setAsJson(!asJson)}>
          {asJson ? t("asFields") : t("asJson")}
        </Button>
      )}
      <ComposeContext draft={draft} onChange={set} />
      <div>
        <Button type="submit" variant="primary" disabled={sending.pending || draft.name.trim() === ""}>
          {sending.pending ? t("proposing") : t("propose")}
        </Button>
      </div>
    </form>
  );
}
