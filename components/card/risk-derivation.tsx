"use client";

import type { ReactNode } from "react";

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

/**
 * How the badge came about, step by step, each with its source and what it set: a person can check it by hand. Where letters are so large that three
 * columns have no room its cells stand one below the other, and the roles keep it a table.
 */
export function RiskDerivation({ steps, policyVersion }: RiskDerivationProps) {
  const [t, risk] = [useWords("card"), useWords("risk")];
  return (
    <div className="@container text-note">
      <table role="table" className="w-full border-collapse text-start tight:block">
        <caption className="sr-only">{t("risk.caption", { version: policyVersion })}</caption>
        <thead role="rowgroup" className="sr-only">
          <tr role="row">
            <th scope="col" role="columnheader">
              {t("risk.source")}
            </th>
            <th scope="col" role="columnheader">
              {t("risk.says")}
            </th>
            <th scope="col" role="columnheader">
              {t("risk.sets")}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup" className="tight:block">
          {steps.map((step, index) => (
            <tr key={index} role="row" className="border-b border-rule align-top last:border-0 tight:block tight:py-2">
              <th
                scope="row"
                role="rowheader"
                className="w-24 py-2 pe-3 font-medium text-ink-3 tight:block tight:w-auto tight:py-0"
              >
                {t(`source.${step.source}`)}
              </th>
              <td role="cell" className="py-2 pe-3 [overflow-wrap:anywhere] hyphens-auto text-ink tight:block tight:py-0">
                <Says step={step} />
                {step.id !== undefined && (
                  <span translate="no" className="block font-mono text-tiny text-ink-3">
                    {step.id}
                  </span>
                )}
              </td>
              <td
                role="cell"
                className="w-[32%] py-2 text-end font-medium hyphens-auto text-ink-2 tight:block tight:w-auto tight:py-0 tight:text-start @md:w-px @md:whitespace-nowrap"
              >
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
  return <bdi lang={lang}>{step.words ? withNames(text) : text}</bdi>;
}

/** Words of ours have names and patterns in backticks, as the API sends them. */
function withNames(text: string): ReactNode[] {
  return text.split("`").map((part, index) =>
    index % 2 === 1 ? (
      <code key={index} className="font-mono text-small">
        {part}
      </code>
    ) : (
      part
    ),
  );
}

function setWords(t: Words<"risk">, sets: string): string {
  const words = sets.split(", ").map((part) => {
    const sentence = setSentence(part);
    return sentence === null ? part : t.sentence(sentence);
  });
  return words.join(", ");
}
