"use client";

import Link from "next/link";
import { useState } from "react";

import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Textarea } from "../ui/textarea";
import { useAction } from "../ui/use-action";
import type { ComposeScreenProps } from "./compose-props";
import { draftText } from "./draft-text";

const EMPTY = { name: "", args: "{\n  \n}", system: "", environment: "", resource: "", before: "", after: "", rationale: "" };
type Draft = typeof EMPTY;

/** The fields of one proposal. What is typed as JSON travels as it was typed; the server reads it strictly. */
export function ComposeForm({ names, compose }: Omit<ComposeScreenProps, "importLines">) {
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const sending = useAction(compose, () => {
    setDraft(EMPTY);
    setKey(crypto.randomUUID());
  });
  const line = (id: keyof Draft, label: string, hint?: string) => (
    <Field id={id} label={label} required={id === "name"} {...(hint === undefined ? {} : { hint })}>
      {(control) => (
        <Input
          {...control}
          value={draft[id]}
          {...(id === "name" ? { list: "action-names", required: true, spellCheck: false } : {})}
          onChange={(event) => {
            setDraft({ ...draft, [id]: event.target.value });
          }}
        />
      )}
    </Field>
  );
  const json = (id: keyof Draft, label: string, rows: number) => (
    <Field id={id} label={label} required={id === "args"}>
      {(control) => (
        <Textarea
          {...control}
          value={draft[id]}
          rows={rows}
          spellCheck={false}
          className="font-mono text-small"
          onChange={(event) => {
            setDraft({ ...draft, [id]: event.target.value });
          }}
        />
      )}
    </Field>
  );
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        sending.run({ text: draftText(draft), key });
      }}
    >
      {sending.failure !== null && <Callout tone="failed" title={sending.failure} role="alert" />}
      {sending.done !== null && (
        <Callout tone="passed" title={`Proposed: ${sending.done.headline}`} role="status">
          <Link href={`/proposals/${sending.done.id}`} className="text-accent underline underline-offset-2">
            {sending.done.status === "pending" ? "It waits in the queue" : `It is ${sending.done.status}`}
          </Link>
        </Callout>
      )}
      {line("name", "Action", "such as payment.refund")}
      <datalist id="action-names">
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {json("args", "Arguments (JSON)", 6)}
      <div className="grid gap-4 sm:grid-cols-3">
        {line("system", "System")}
        {line("environment", "Environment")}
        {line("resource", "Resource")}
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        {json("before", "Record before (JSON, optional)", 4)}
        {json("after", "Record after (JSON, optional)", 4)}
      </div>
      {line("rationale", "Why", "shown as your words, never used by policy")}
      <div>
        <Button type="submit" variant="primary" disabled={sending.pending}>
          {sending.pending ? "Proposing…" : "Propose"}
        </Button>
      </div>
    </form>
  );
}
