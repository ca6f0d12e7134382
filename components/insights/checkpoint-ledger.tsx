import { PANELS } from "../../lib/domain/measure/insights/definitions";
import type { Checkpoint } from "../../lib/domain/measure/insights/checkpoints";
import { checkpointKey } from "../../lib/domain/measure/insights/checkpoints";
import type { Prices } from "../../lib/domain/policy/prices";
import { TierBadge } from "../card/tier-badge";
import { pricesWords } from "../policy/price-words";
import { Panel } from "../ui/panel";
import { figureWords, returnedWords } from "./insight-words";
import { FigureHead } from "./figure-head";

export interface CheckpointLedgerProps {
  readonly checkpoints: readonly (Checkpoint & { readonly agentName: string })[];
  readonly prices: Prices;
}

const WORDS = PANELS.checkpoints;
const FIGURES = ["looks", "approved", "bad", "caught", "cost", "perBad", "forEach"] as const;

/** What the looks at each checkpoint found in the window, what they cost and what they were worth. */
export function CheckpointLedger({ checkpoints, prices }: CheckpointLedgerProps) {
  return (
    <Panel id="found" title={WORDS.title}>
      <p className="-mt-1 mb-3 max-w-[52rem] text-small text-pretty text-ink-3">
        {WORDS.says} {pricesWords(prices)}
      </p>
      {checkpoints.length === 0 ? (
        <p className="text-note text-ink-3">Nobody decided anything in this window.</p>
      ) : (
        <div
          role="region"
          aria-label={`${WORDS.title}, as a table`}

          tabIndex={0}
          className="overflow-x-auto"
        >
          <table className="tabular w-full min-w-[54rem] text-left text-small">
            <caption className="sr-only">{WORDS.title}</caption>
            <FigureHead first={WORDS.rows} columns={WORDS.columns.map((column) => headOf(column, prices))} />
            <tbody>
              {checkpoints.map((checkpoint) => (
                <Row key={checkpointKey(checkpoint)} checkpoint={checkpoint} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

function Row({ checkpoint }: { readonly checkpoint: CheckpointLedgerProps["checkpoints"][number] }) {
  const { agentName, actionName, kind, tier } = checkpoint;
  const worth = returnedWords(checkpoint.forEach, checkpoint.bad.count);
  return (
    <tr className="border-t border-rule align-top">
      <th scope="row" className="py-2 pr-3 font-normal">
        <span className="flex items-start gap-3">
          <span className="w-[5.25rem] shrink-0">
            <TierBadge tier={tier} />
          </span>
          <span className="min-w-0">
            <span className="font-mono">{actionName}</span> <span className="text-ink-2">{agentName}</span>{" "}
            <span className="text-ink-3">{kind}</span>
            {worth !== null && <span className="block text-ink-3">{worth}</span>}
          </span>
        </span>
      </th>
      {FIGURES.map((name) => (
        <td key={name} className="py-2 pl-3 text-right whitespace-nowrap">
          {figureWords(checkpoint[name])}
        </td>
      ))}
    </tr>
  );
}

/** What is money says in which. */
function headOf(column: (typeof WORDS.columns)[number], { currency }: Prices): string {
  return currency !== null && column.startsWith("Cost") ? `${column}, ${currency}` : column;
}
