import { CHECKPOINT_FIGURES } from "../../lib/domain/measure/insights/definitions";
import type { Checkpoint } from "../../lib/domain/measure/insights/checkpoints";
import { checkpointKey } from "../../lib/domain/measure/insights/checkpoints";
import type { Prices } from "../../lib/domain/policy/prices";
import { TierBadge } from "../card/tier-badge";
import { pricesWords } from "../policy/price-words";
import { Panel } from "../ui/panel";
import type { Words } from "../words/make-words";
import { words } from "../words/words";
import { FigureHead } from "./figure-head";
import type { FigureTexts } from "./insight-words";
import { figureWords, returnedWords } from "./insight-words";

export interface CheckpointLedgerProps {
  readonly checkpoints: readonly (Checkpoint & { readonly agentName: string })[];
  readonly prices: Prices;
}

/** What the looks at each checkpoint found in the window, what they cost and what they were worth. */
export async function CheckpointLedger({ checkpoints, prices }: CheckpointLedgerProps) {
  const [t, terms] = await Promise.all([words("figures"), words("terms")]);
  const title = t("found.title");
  return (
    <Panel id="found" title={title}>
      <p className="-mt-1 mb-3 max-w-[52rem] text-small text-pretty text-ink-3">
        {t("found.says")} {pricesWords(terms, prices)}
      </p>
      {checkpoints.length === 0 ? (
        <p className="text-note text-ink-3">{t("empty.found")}</p>
      ) : (
        <>
          <ul className="lg:hidden">
            {checkpoints.map((checkpoint) => (
              <OnPhone key={checkpointKey(checkpoint)} checkpoint={checkpoint} prices={prices} t={t} kinds={terms} />
            ))}
          </ul>
          <div role="region" aria-label={t("asTable", { title })} tabIndex={0} className="overflow-x-auto max-lg:hidden">
            <table className="tabular w-full text-start text-small">
              <caption className="sr-only">{title}</caption>
              <FigureHead
                first={t("found.rows")}
                columns={CHECKPOINT_FIGURES.map((name) => ({ name, words: headOf(t, name, prices) }))}
              />
              <tbody>
                {checkpoints.map((checkpoint) => (
                  <Row key={checkpointKey(checkpoint)} checkpoint={checkpoint} t={t} kinds={terms} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Panel>
  );
}

interface ShownProps {
  readonly checkpoint: CheckpointLedgerProps["checkpoints"][number];
  readonly t: FigureTexts;
  readonly kinds: Words<"terms">;
}

function Row({ checkpoint, t, kinds }: ShownProps) {
  return (
    <tr className="border-t border-rule align-top">
      <th scope="row" className="py-2 pe-3 font-normal">
        <Head checkpoint={checkpoint} t={t} kinds={kinds} />
      </th>
      {CHECKPOINT_FIGURES.map((name) => (
        <td key={name} className="py-2 ps-3 text-end whitespace-nowrap">
          {figureWords(t, checkpoint[name])}
        </td>
      ))}
    </tr>
  );
}

/** The same where seven columns have no room: each figure under its name. */
function OnPhone({ checkpoint, t, kinds, prices }: ShownProps & Pick<CheckpointLedgerProps, "prices">) {
  return (
    <li className="border-t border-rule py-3 text-small">
      <Head checkpoint={checkpoint} t={t} kinds={kinds} />
      <dl className="tabular mt-2 grid grid-cols-2 gap-x-4 gap-y-1 tight:grid-cols-1">
        {CHECKPOINT_FIGURES.map((name) => (
          <div key={name} className="flex flex-wrap gap-x-2">
            <dt className="grow basis-[min-content] text-ink-3">{headOf(t, name, prices)}</dt>
            <dd className="ms-auto whitespace-nowrap">{figureWords(t, checkpoint[name])}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

/** Which checkpoint, and what its looks were worth. */
function Head({ checkpoint, t, kinds }: ShownProps) {
  const { agentName, actionName, kind, tier } = checkpoint;
  const worth = returnedWords(t, checkpoint.forEach, checkpoint.bad.count);
  return (
    <span className="flex items-start gap-3 tight:flex-col tight:gap-1">
      <span className="w-[5.25rem] shrink-0">
        <TierBadge tier={tier} />
      </span>
      <span className="min-w-0">
        <bdi className="font-mono break-words">{actionName}</bdi> <bdi className="text-ink-2">{agentName}</bdi>{" "}
        <span className="text-ink-3">{kinds(`kind.${kind}`)}</span>
        {worth !== null && <span className="block text-ink-3">{worth}</span>}
      </span>
    </span>
  );
}

/** What is money says in which. */
function headOf(t: FigureTexts, name: (typeof CHECKPOINT_FIGURES)[number], { currency }: Prices): string {
  const isMoney = name === "cost" || name === "perBad";
  return isMoney && currency !== null ? t(`found.${name}In`, { currency }) : t(`found.${name}`);
}
