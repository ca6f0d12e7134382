"use client";

import { useState } from "react";

import type { PolicyVersionRow } from "../../lib/contract/policy";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Link } from "../ui/link";
import { Panel } from "../ui/panel";
import { ExactTime } from "../ui/exact-time";
import { useAction } from "../ui/use-action";
import { useWords } from "../words/words-provider";
import type { PolicyActions } from "./policy-actions";

export interface PolicyVersionsProps {
  readonly current: number;
  readonly versions: readonly PolicyVersionRow[];
  readonly editable: boolean;
  readonly workspaceName: string;
  readonly revert: PolicyActions["revert"];
}

/** Every version, newest first: who, when, why, what it changed, and the way back. */
export function PolicyVersions({ current, versions, editable, workspaceName, revert }: PolicyVersionsProps) {
  const t = useWords("policy");
  const [asked, setAsked] = useState<number | null>(null);
  const [name, setName] = useState("");
  const reverting = useAction(revert, () => {
    setAsked(null);
  });
  return (
    <Panel id="versions" title={t("versions.title")} padding="flush">
      <ol className="max-h-80 divide-y divide-rule overflow-y-auto text-note">
        {versions.map((row) => (
          <li key={row.version} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-5 py-2.5">
            <span className="tabular font-semibold">{t("versions.name", { version: row.version })}</span>
            <span className="min-w-0 flex-1 basis-48">
              <span className="block text-ink [overflow-wrap:anywhere]">
                <bdi>{row.note}</bdi>
              </span>
              <span className="block text-small text-ink-3">
                <bdi>{row.by}</bdi> · <ExactTime at={row.at} />
              </span>
            </span>
            {row.version === current ? (
              <span className="text-small text-ink-3">{t("versions.inForce")}</span>
            ) : (
              <>
                <Link
                  href={`/policy?compare=${String(row.version)}`}
                  className="text-small text-accent underline underline-offset-2"
                >
                  {t("versions.compare")}
                </Link>
                {editable && (
                  <Button
                    onClick={() => {
                      setAsked(row.version);
                    }}
                  >
                    {t("versions.revert")}
                  </Button>
                )}
              </>
            )}
          </li>
        ))}
      </ol>
      <Dialog
        open={asked !== null}
        onOpenChange={(open) => {
          if (!open) setAsked(null);
        }}
        title={t("revert.title", { version: asked ?? 0 })}
        description={t("revert.says")}
      >
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            if (asked !== null) reverting.run({ to: asked, basedOn: current, ...(name === "" ? {} : { confirmName: name }) });
          }}
        >
          {reverting.failure !== null && <Callout tone="failed" title={reverting.failure} role="alert" />}
          <Field id="revert-name" label={t("revert.name", { name: workspaceName })}>
            {(control) => (
              <Input
                {...control}
                value={name}
                autoComplete="off"
                onChange={(event) => {
                  setName(event.target.value);
                }}
              />
            )}
          </Field>
          <Button type="submit" variant="primary" disabled={reverting.pending}>
            {t("versions.revert")}
          </Button>
        </form>
      </Dialog>
    </Panel>
  );
}
