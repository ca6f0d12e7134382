"use client";

import { useState } from "react";

import type { ImportedLine } from "../../lib/contract/compose";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Field } from "../ui/field";
import { Link } from "../ui/link";
import { useAction } from "../ui/use-action";
import { useWords } from "../words/words-provider";
import type { ComposeScreenProps } from "./compose-props";

const BYTES_MAX = 7_500_000;
/** The beginning of a line, as an agent would post it. */
const LINE = '{"action": {…}, …}';

/** A file of proposals. Each line gets its own answer, so a bad one can be mended and the file sent again: nothing is made twice. */
export function ImportForm({ importLines }: Pick<ComposeScreenProps, "importLines">) {
  const t = useWords("compose");
  const [file, setFile] = useState<File | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const importing = useAction(importLines);
  const send = async (): Promise<void> => {
    if (file === null) return;
    if (file.size > BYTES_MAX) {
      setRefused(t("file.tooLarge"));
      return;
    }
    setRefused(null);
    importing.run({ text: await file.text() });
  };
  const failure = refused ?? importing.failure;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {failure !== null && <Callout tone="failed" title={failure} role="alert" />}
      <Field id="import-file" label={t("file")} hint={t("file.hint", { example: LINE })}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".jsonl,.ndjson,application/x-ndjson"
            className="block w-full min-w-0 text-note file:me-3 file:min-h-8 file:rounded-control file:border file:border-rule-strong file:bg-panel file:px-3 file:font-strong"
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null);
            }}
          />
        )}
      </Field>
      <div>
        <Button type="submit" disabled={file === null || importing.pending}>
          {importing.pending ? t("importing") : t("import")}
        </Button>
      </div>
      {importing.done !== null && <Lines lines={importing.done} />}
    </form>
  );
}

function Lines({ lines }: { readonly lines: readonly ImportedLine[] }) {
  const t = useWords("compose");
  const made = lines.filter((line) => line.ok && !line.replayed).length;
  const known = lines.filter((line) => line.ok && line.replayed).length;
  const refused = lines.filter((line) => !line.ok).length;
  return (
    <section aria-label={t("lines")} className="text-note">
      <p role="status" className="mb-2 font-semibold">
        {t("lines.counts", { made, known, refused })}
      </p>
      <ol className="max-h-80 divide-y divide-rule overflow-y-auto border-y border-rule">
        {lines.map((line) => (
          <li key={line.line} className="flex gap-3 py-1.5">
            <span className="tabular w-10 shrink-0 text-end text-ink-3">{line.line}</span>
            {line.ok ? (
              <Link href={`/proposals/${line.proposal.id}`} className="min-w-0 flex-1 [overflow-wrap:anywhere] hover:underline">
                <bdi>{line.proposal.headline}</bdi>{" "}
                <span className="text-ink-3">{line.replayed ? t("line.known") : t(`line.${line.proposal.status}`)}</span>
              </Link>
            ) : (
              <span lang="en" className="min-w-0 flex-1 [overflow-wrap:anywhere] text-removed">
                {line.says}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
