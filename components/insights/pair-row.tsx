import clsx from "clsx";

import { PAIRS } from "../../lib/domain/measure/insights/definitions";
import type { Figure } from "../../lib/domain/measure/insights/figure";
import type { Pair } from "../../lib/domain/measure/insights/pairs";
import { words } from "../words/words";
import type { FigureTexts } from "./insight-words";
import { figureWords, restWords } from "./insight-words";

/** The top row: pairs of figures, so that speed and size never stand without how well. Each says below what it is. */
export async function PairRow({ pairs }: { readonly pairs: readonly Pair[] }) {
  const t = await words("figures");
  return (
    <div
      className={clsx(
        "grid gap-px overflow-hidden rounded-card border border-rule bg-rule sm:grid-cols-2",
        pairs.length > 3 ? "lg:grid-cols-3 xl:grid-cols-5" : "lg:grid-cols-3",
      )}
    >
      {pairs.map(({ id, figures: [first, second] }) => (
        <dl key={id} className="grid grid-cols-2 bg-panel tight:grid-cols-1 sm:grid-cols-1 sm:grid-rows-2">
          <One t={t} name={PAIRS[id][0]} figure={first} />
          <One
            t={t}
            name={PAIRS[id][1]}
            figure={second}
            className="max-sm:border-s tight:border-s-0 tight:border-t sm:border-t"
          />
        </dl>
      ))}
    </div>
  );
}

interface OneProps {
  readonly t: FigureTexts;
  readonly name: (typeof PAIRS)[keyof typeof PAIRS][number];
  readonly figure: Figure;
  readonly className?: string;
}

function One({ t, name, figure, className }: OneProps) {
  return (
    <div className={clsx("flex min-w-0 flex-col border-rule px-4 py-3", className)}>
      <dt className="text-small text-ink-2">{t(`figure.${name}`)}</dt>
      <dd className="tabular mt-0.5 text-[1.25rem] leading-7 font-head tracking-[-0.01em]">{figureWords(t, figure)}</dd>
      <dd className="tabular text-small text-ink-2">{restWords(t, figure)}</dd>
      <dd className="mt-1 text-tiny text-pretty text-ink-3">{t(`figure.${name}.says`)}</dd>
    </div>
  );
}
