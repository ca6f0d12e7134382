"use client";

import { setSentence } from "../../lib/domain/policy/set-sentence";
import type { Reason, ReasonSource } from "../../lib/domain/risk";
import type { Words } from "../words/make-words";
import { useWords } from "../words/words-provider";
import { policySays } from "./policy-says";

/** A {@link import("../../lib/domain/risk").Reason}, or the contract's form of one. */
export interface DerivationStep {
  readonly source: ReasonSource;
  readonly id?: string | undefined;
  readonly says: string;
  readonly sets?: string | undefined;
  readonly words?: Reason["words"];
}

export interface RiskDerivationProps {
  readonly steps: readonly DerivationStep[];
  readonly policyVersion: number;
}

/** How the badge came about, step by step, each with its source and what it set: a person can check it by hand. */
export function RiskDerivation({ steps, policyVersion }: RiskDerivationProps) {
  const [t, risk] = [useWords("card"), useWords("risk")];
  return (
    <div className="@container text-note">
      <table className="w-full border-collapse text-start">
        <caption className="sr-only">{t("risk.caption", { version: policyVersion })}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t("risk.source")}</th>
            <th scope="col">{t("risk.says")}</th>
            <th scope="col">{t("risk.sets")}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step, index) => (
            <tr key={index} className="border-b border-rule align-top last:border-0">
              <th scope="row" className="w-24 py-2 pe-3 font-medium text-ink-3">
                {t(`source.${step.source}`)}
              </th>
              <td className="py-2 pe-3 [overflow-wrap:anywhere] hyphens-auto text-ink">
                <Says step={step} />
                {step.id !== undefined && (
                  <span translate="no" className="block font-mono text-tiny text-ink-3">
                    {step.id}
                  </span>
                )}
              </td>
              <td className="w-[32%] py-2 text-end font-medium hyphens-auto text-ink-2 @md:w-px @md:whitespace-nowrap">
                {step.sets !== undefined && setWords(risk, step.sets)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-small text-ink-3">{t("risk.version", { version: policyVersion })}</p>
    </div>
  );
}

function Says({ step }: { readonly step: DerivationStep }) {
  const { text, lang } = policySays(useWords("risk"), step.says, step.words);
  return <bdi lang={lang}>{text}</bdi>;
}

function setWords(t: Words<"risk">, sets: string): string {
  const words = sets.split(", ").map((part) => {
    const sentence = setSentence(part);
    return sentence === null ? part : t.sentence(sentence);
  });
  return words.join(", ");
}
