"use client";

import type { Said } from "../../lib/domain/card/said";
import { saidIn } from "./said-in";
import { Spans } from "./spans";
import { plain } from "../../lib/domain/card/spans";
import { Kbd } from "../ui/kbd";
import { useWords } from "../words/words-provider";

export interface DecisiveMatchProps {
  /** Of the proposal: groups the radio buttons. */
  readonly id: string;
  /** `Which amount is this refund?` */
  readonly question: Said;
  /** The true value and its decoys, already shuffled; which is which is known to the server alone. */
  readonly options: readonly string[];
  readonly chosen: string | null;
  readonly onChoose: (option: string) => void;
  /** A pick that did not match: said once, without saying which would have. */
  readonly wrong?: boolean;
  readonly showKeys: boolean;
  readonly disabled?: boolean;
}

/** Asks for the decisive value among look-alikes: recognition, not memory. Real radio buttons, keys `1` to `4` beside them. */
export function DecisiveMatch(props: DecisiveMatchProps) {
  const { id, question: asked, options, chosen, onChoose, wrong = false, showKeys, disabled = false } = props;
  const t = useWords("card");
  const question = saidIn(useWords("face"), asked);
  return (
    <fieldset
      disabled={disabled}
      aria-describedby={wrong ? `match-${id}-wrong` : undefined}
      className="min-w-0 rounded-control border border-rule p-3"
    >
      <legend className="sr-only">{question}</legend>
      <p aria-hidden="true" className="mb-2 text-note font-semibold text-ink">
        {question}
      </p>
      <div className="grid grid-cols-2 gap-2 @2xl:grid-cols-4 @max-3xs:grid-cols-1">
        {options.map((option, index) => (
          <label
            key={option}
            className="relative flex min-h-11 max-md:min-h-14 cursor-pointer items-center gap-2 rounded-control border border-rule-strong px-3 py-2 text-note font-strong text-ink hover:bg-hover has-checked:border-accent has-checked:bg-selection has-checked:shadow-[inset_0_0_0_1px_var(--accent)] has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent has-disabled:cursor-default has-disabled:opacity-60 forced-colors:has-checked:outline-2"
          >
            <input
              type="radio"
              required
              name={`match-${id}`}
              value={option}
              checked={option === chosen}
              onChange={() => onChoose(option)}
              aria-keyshortcuts={showKeys ? (index + 1).toString() : undefined}
              className="absolute inset-0 cursor-[inherit] appearance-none opacity-0"
            />
            {showKeys && <Kbd className="max-md:hidden">{(index + 1).toString()}</Kbd>}
            <span className="tabular min-w-0">
              <Spans spans={plain(option)} names />
            </span>
          </label>
        ))}
      </div>
      {wrong && (
        // The page's voice says it already.
        <p id={`match-${id}-wrong`} className="mt-2 text-note font-medium text-removed">
          {t("match.wrong")}
        </p>
      )}
    </fieldset>
  );
}
