"use client";

import clsx from "clsx";
import { useId, useRef, useState } from "react";
import type { KeyboardEvent } from "react";

import { completionsAt } from "../../lib/domain/policy/condition-completion";
import type { Completion, Completions } from "../../lib/domain/policy/condition-completion";
import { Field } from "../ui/field";
import { Textarea } from "../ui/textarea";
import { useWords } from "../words/words-provider";

export interface ConditionFieldProps {
  readonly value: string;
  /** Names that `arguments.` may go on with. */
  readonly argumentNames: readonly string[];
  readonly error: string | null;
  readonly onChange: (value: string) => void;
}

/** CEL is the same in every language. */
const EXAMPLE = "derived.amount > 500";
const NOTHING: Completions = { from: 0, options: [] };

/** A condition, with what could follow offered while it is written: arrows choose, Enter or Tab takes, Escape closes the list. */
export function ConditionField({ value, argumentNames, error, onChange }: ConditionFieldProps) {
  const t = useWords("policyLists");
  const list = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [offer, setOffer] = useState<Completions>(NOTHING);
  const [chosen, setChosen] = useState(0);
  const look = (element: HTMLTextAreaElement) => {
    setOffer(completionsAt(element.value, element.selectionStart, argumentNames));
    setChosen(0);
  };
  const take = ({ text }: Completion) => {
    const element = area.current;
    if (element === null) return;
    // As typing does it: the browser keeps its undo, and the change event carries the new text.
    element.setRangeText(text, offer.from, element.selectionStart, "end");
    onChange(element.value);
    element.focus();
    look(element);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const option = offer.options[chosen];
    if (option === undefined || event.nativeEvent.isComposing) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) setChosen((chosen + step + offer.options.length) % offer.options.length);
    else if (event.key === "Enter" || event.key === "Tab") take(option);
    else if (event.key === "Escape") setOffer(NOTHING);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Field id="rule-when" label={t("rule.when")} hint={t("rule.when.hint")} error={error}>
      {(control) => (
        <div className="relative">
          <Textarea
            {...control}
            ref={area}
            technical
            spellCheck={false}
            autoComplete="off"
            rows={2}
            value={value}
            placeholder={EXAMPLE}
            translate="no"
            role="combobox"
            aria-expanded={offer.options.length > 0}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={offer.options.length > 0 ? `${list}-${String(chosen)}` : undefined}
            onKeyDown={onKeyDown}
            onChange={(event) => {
              onChange(event.target.value);
              look(event.target);
            }}
            onClick={(event) => look(event.currentTarget)}
            onBlur={() => setOffer(NOTHING)}
          />
          <ul
            id={list}
            role="listbox"
            aria-label={t("rule.when.next")}
            hidden={offer.options.length === 0}
            className="absolute inset-x-0 top-full z-10 mt-1 max-h-52 overflow-y-auto rounded-control border border-rule bg-panel p-1 shadow-float"
          >
            {offer.options.map((option, index) => (
              <li
                key={option.text}
                id={`${list}-${String(index)}`}
                role="option"
                aria-selected={index === chosen}
                className={clsx(
                  "flex min-h-7 cursor-pointer items-baseline gap-3 rounded-badge px-2 py-1",
                  index === chosen && "bg-hover",
                )}
                // Before the field loses the focus, which would close the list.
                onPointerDown={(event) => {
                  event.preventDefault();
                  take(option);
                }}
              >
                <code className="font-mono text-note text-ink">{option.text}</code>
                <span lang="en" className="text-small text-ink-3">
                  {option.says}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Field>
  );
}
