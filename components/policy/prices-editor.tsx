"use client";

import { useState } from "react";

import { pricesOf } from "../../lib/domain/policy/prices";
import { STAKES } from "../../lib/domain/words";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Panel } from "../ui/panel";
import type { DraftDocument } from "./draft";
import { stakesLabel, usePolicyWords } from "./grid-words";
import { NumberField, NumberGroup } from "./number-field";

type NamedPrices = NonNullable<DraftDocument["prices"]>;

export interface PricesEditorProps {
  readonly prices: DraftDocument["prices"];
  readonly editable: boolean;
  /** Null where the document is to name none. */
  readonly onChange: (prices: NamedPrices | null) => void;
}

/** What looking and errors cost. Until a currency is given the document names no prices, and the figures that stand here are assumed. */
export function PricesEditor({ prices, editable, onChange }: PricesEditorProps) {
  const { t, terms } = usePolicyWords("policyGrid");
  const { currency, hour, harm } = pricesOf({ ...(prices === undefined ? {} : { prices }) });
  const named = (code: string): NamedPrices => {
    const [S0 = 0, S1 = 0, S2 = 0, S3 = 0, S4 = 0] = harm;
    return { currency: code, hour, harm: { S0, S1, S2, S3, S4 } };
  };
  return (
    <Panel id="prices" title={t("prices")} note={currency ?? t("prices.assumed")}>
      <div className="flex flex-col gap-5">
        <NumberGroup title={t("looking")} says={t("looking.says")}>
          <CurrencyField
            currency={currency}
            editable={editable}
            onChange={(code) => {
              onChange(code === null ? null : named(code));
            }}
          />
          <NumberField
            id="prices-hour"
            label={t("hour")}
            value={hour}
            step={1}
            editable={editable}
            disabled={editable && prices === undefined}
            onChange={(changed) => {
              if (prices !== undefined) onChange({ ...prices, hour: changed });
            }}
          />
        </NumberGroup>
        <NumberGroup title={t("error")} says={t("error.says")}>
          {STAKES.map((stakes, index) => (
            <NumberField
              key={stakes}
              id={`prices-${stakes}`}
              label={stakesLabel(terms, stakes)}
              value={harm[index] ?? 0}
              step={1}
              editable={editable}
              disabled={editable && prices === undefined}
              onChange={(changed) => {
                if (prices !== undefined) onChange({ ...prices, harm: { ...prices.harm, [stakes]: changed } });
              }}
            />
          ))}
        </NumberGroup>
        {prices === undefined && <p className="text-small text-ink-3">{t(editable ? "prices.none.editable" : "prices.none")}</p>}
      </div>
    </Panel>
  );
}

/** Takes effect with its third letter; emptied, the document names no prices any more. */
function CurrencyField({
  currency,
  editable,
  onChange,
}: {
  readonly currency: string | null;
  readonly editable: boolean;
  readonly onChange: (code: string | null) => void;
}) {
  const { t } = usePolicyWords("policyGrid");
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Field id="prices-currency" label={t("currency")}>
      {(control) => (
        <Input
          {...control}
          value={typed ?? currency ?? ""}
          readOnly={!editable}
          maxLength={3}
          autoCapitalize="characters"
          spellCheck={false}
          onBlur={() => {
            setTyped(null);
          }}
          onChange={({ target: { value } }) => {
            const code = value.toUpperCase().replaceAll(/[^A-Z]/gu, "");
            const whole = code.length === 3 || code === "";
            setTyped(whole ? null : code);
            if (whole && (code || null) !== currency) onChange(code === "" ? null : code);
          }}
        />
      )}
    </Field>
  );
}
