"use client";

import { useState } from "react";

import type { PolicySecondAdmin } from "../../lib/contract/policy";
import { asksSecondAdmin, SECOND_ADMIN_RULES, switchingTakes } from "../../lib/domain/policy/second-admin-rule";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Panel } from "../ui/panel";
import { Select } from "../ui/select";
import { useAction } from "../ui/use-action";
import { useWords } from "../words/words-provider";
import type { PolicyActions } from "./policy-actions";

export interface SecondAdminPanelProps {
  readonly standing: PolicySecondAdmin;
  readonly editable: boolean;
  readonly workspaceName: string;
  readonly set: PolicyActions["setSecondAdmin"];
}

/** When a riskier change waits for a second admin: read by everybody who reads the policy, switched by admins. */
export function SecondAdminPanel({ standing, editable, workspaceName, set }: SecondAdminPanelProps) {
  const t = useWords("policy");
  const { rule, admins } = standing;
  const asked = asksSecondAdmin(rule, admins) ? (admins < 2 ? "nobody" : "asked") : "alone";
  return (
    <Panel id="second-admin" title={t("secondAdmin")}>
      <p className="text-note text-ink-2">
        {t("secondAdmin.is", { choice: t(`secondAdmin.${rule}`) })} {t(`secondAdmin.says.${asked}`, { admins })}
      </p>
      {editable && <SwitchRule standing={standing} workspaceName={workspaceName} set={set} />}
    </Panel>
  );
}

function SwitchRule({ standing, workspaceName, set }: Omit<SecondAdminPanelProps, "editable">) {
  const t = useWords("policy");
  const { rule, admins } = standing;
  const [chosen, setChosen] = useState(rule);
  const [known, setKnown] = useState(rule);
  const [name, setName] = useState("");
  if (known !== rule) {
    setKnown(rule);
    setChosen(rule);
  }
  const acting = useAction(set, () => {
    setChosen(rule);
    setName("");
  });
  const takes = switchingTakes(rule, chosen, admins);
  return (
    <form
      className="mt-3 flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        acting.run({ rule: chosen, ...(name === "" ? {} : { confirmName: name }) });
      }}
    >
      {acting.failure !== null && <Callout tone="failed" role="alert" title={acting.failure} />}
      <Field id="second-admin-rule" label={t("secondAdmin.label")}>
        {(control) => (
          <Select
            {...control}
            value={chosen}
            options={SECOND_ADMIN_RULES.map((value) => ({ value, label: t(`secondAdmin.${value}`) }))}
            onChange={({ target }) => {
              setChosen(SECOND_ADMIN_RULES.find((value) => value === target.value) ?? rule);
              acting.clear();
            }}
          />
        )}
      </Field>
      {takes === "name" && (
        <Field id="second-admin-name" label={t("secondAdmin.name", { name: workspaceName })}>
          {(control) => <Input {...control} value={name} autoComplete="off" onChange={(event) => setName(event.target.value)} />}
        </Field>
      )}
      <Button type="submit" className="self-start" disabled={chosen === rule || acting.pending}>
        {t(acting.pending ? "save.pending" : takes === "agreement" ? "secondAdmin.propose" : "secondAdmin.switch")}
      </Button>
    </form>
  );
}
