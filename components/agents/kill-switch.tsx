"use client";

import { OctagonX } from "lucide-react";
import { useEffect, useRef, useState } from "react";

import { bdi } from "../ui/bdi";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Field } from "../ui/field";
import { fieldText } from "../ui/field-text";
import { FormDialog } from "../ui/form-dialog";
import { Input } from "../ui/input";
import { ExactTime } from "../ui/exact-time";
import type { SelectOption } from "../ui/select";
import { Select } from "../ui/select";
import { srOnly } from "../ui/sr-only";
import { useAction } from "../ui/use-action";
import { useWords } from "../words/words-provider";
import type { StopActions } from "./agent-actions";
import type { StopView } from "./agent-view";

export interface KillSwitchProps {
  /** The switches that are on, of those this section shows. */
  readonly stops: readonly StopView[];
  /** What may be stopped here, in words; those that are stopped already are left out. */
  readonly scopes: readonly SelectOption[];
  readonly maySet: boolean;
  readonly mayClear: boolean;
  readonly actions: StopActions;
}

/** What is stopped, by whom and why, and the way to stop more. Stopping needs no second thought, only a reason; lifting is for admins. */
export function KillSwitch({ stops, scopes, maySet, mayClear, actions }: KillSwitchProps) {
  const t = useWords("agents");
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-[46rem] text-note text-pretty text-ink-2">{t("stop.says")}</p>
      {stops.length > 0 && (
        <ul className="flex flex-col gap-2">
          {stops.map((stop) => (
            <li key={stop.scope}>
              <StopCallout stop={stop} mayClear={mayClear} clear={actions.clear} />
            </li>
          ))}
        </ul>
      )}
      {maySet && scopes.length > 0 && <StopForm scopes={scopes} set={actions.set} />}
      {!maySet && <p className="text-note text-ink-3">{t("stop.mayNotSet")}</p>}
      {!mayClear && stops.length > 0 && <p className="text-note text-ink-3">{t("stop.mayNotClear")}</p>}
    </div>
  );
}

/** One switch that is on. */
function StopCallout(props: { readonly stop: StopView; readonly mayClear: boolean; readonly clear: StopActions["clear"] }) {
  const { stop, mayClear, clear } = props;
  const t = useWords("agents");
  return (
    <Callout
      tone="failed"
      title={t.rich("stop.on", { what: stop.words, name: bdi })}
      action={mayClear ? <LiftStop stop={stop} clear={clear} /> : undefined}
    >
      <p className="text-ink">
        <bdi>{stop.reason}</bdi>
      </p>
      <p className="text-small text-ink-3">
        {t.rich("stop.by", { name: stop.byName, who: bdi, when: <ExactTime at={stop.at} className="tabular" /> })}
      </p>
    </Callout>
  );
}

function StopForm({ scopes, set }: { readonly scopes: readonly SelectOption[]; readonly set: StopActions["set"] }) {
  const t = useWords("agents");
  const [scope, setScope] = useState("");
  const [reason, setReason] = useState("");
  const acting = useAction(set, () => {
    setScope("");
    setReason("");
  });
  const [only, ...others] = scopes;
  const one = only !== undefined && others.length === 0;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // Who came by the key or the line that stops is in a hurry: the first question is theirs at once.
    if (location.hash === "#stop") form.current?.querySelector<HTMLElement>("select, input")?.focus();
  }, []);
  // Nothing is chosen beforehand: in a hurry the wrong agent would be stopped.
  const chosen = one ? only.value : scope;
  return (
    <form
      ref={form}
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        acting.run({ scope: chosen, reason });
      }}
    >
      {acting.failure !== null && <Callout tone="failed" role="alert" title={acting.failure} />}
      <div className="flex flex-wrap items-end gap-x-3 gap-y-3">
        {!one && (
          <Field id="stop-scope" label={t("stop.scope")} required className="min-w-0 flex-[1_1_13rem]">
            {(control) => (
              <Select
                {...control}
                value={scope}
                options={[{ value: "", label: t("stop.scope.choose") }, ...scopes]}
                onChange={(event) => setScope(event.target.value)}
              />
            )}
          </Field>
        )}
        <Field id="stop-reason" label={t("stop.why")} required className="min-w-0 flex-[3_1_16rem]">
          {(control) => (
            <Input
              {...control}
              required
              minLength={3}
              maxLength={500}
              value={reason}
              placeholder={t("stop.why.example")}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" aria-disabled={acting.pending || undefined} className="max-sm:w-full">
          <OctagonX aria-hidden="true" className="size-4 text-removed" strokeWidth={1.75} />
          {acting.pending ? t("stop.submitting") : one ? t("stop.submit.one") : t("stop.submit")}
        </Button>
      </div>
    </form>
  );
}

function LiftStop({ stop, clear }: { readonly stop: StopView; readonly clear: StopActions["clear"] }) {
  const t = useWords("agents");
  const [open, setOpen] = useState(false);
  const acting = useAction(clear, () => setOpen(false));
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          acting.clear();
          setOpen(true);
        }}
      >
        {t.rich("lift.ask", { what: stop.words, hidden: srOnly })}
      </Button>
      <FormDialog
        open={open}
        onOpenChange={setOpen}
        title={t("lift.title", { what: stop.words })}
        description={t("lift.says")}
        submit={t("lift.submit")}
        pending={acting.pending}
        failure={acting.failure}
        onSubmit={(form) => acting.run({ scope: stop.scope, reason: fieldText(form, "reason") })}
      >
        <Field id="lift-reason" label={t("lift.why")} required>
          {(control) => <Input {...control} name="reason" required minLength={3} maxLength={500} data-first-focus />}
        </Field>
      </FormDialog>
    </>
  );
}
