import type { PanelId } from "../../lib/domain/measure/insights/definitions";
import { PANELS } from "../../lib/domain/measure/insights/definitions";
import type { Figure } from "../../lib/domain/measure/insights/figure";
import type { PanelFigures, PanelRow } from "../../lib/domain/measure/insights/panels";
import { SMALL_N } from "../../lib/domain/measure/intervals";
import { formatCount, formatShare } from "../ui/format-number";
import { Panel } from "../ui/panel";
import { AgreementFigures, DisagreementsLink } from "./agreement-figures";
import { figureWords } from "./insight-words";
import { PanelTable, TableTwin } from "./panel-table";
import { PlotFrame, TrackRow } from "./track";

/** What a panel says while there is nothing to count. */
const EMPTY: Readonly<Partial<Record<PanelId, string>>> = {
  times: "No decision was timed in this window.",
  minutes: "No test was decided in this window. An admin turns tests on under People.",
  hours: "No test was decided in this window.",
  reading: "No decision was timed in this window.",
  agreement: "Nobody has given a second opinion in this window. An admin turns them on under People.",
  reasons: "Nobody rejected anything in this window.",
  drift: "One half of the window is empty: there is nothing to compare.",
  delivery: "No answer of a person was released in this window.",
};

/** Every panel under the top row: what it shows, the plot or the figures, and the same as a table. */
export function InsightPanels({ panels }: { readonly panels: readonly PanelFigures[] }) {
  return (
    <div className="gap-5 *:mb-5 *:break-inside-avoid lg:columns-2">
      {panels.map((panel) => (
        <OnePanel key={panel.id} {...panel} />
      ))}
    </div>
  );
}

function OnePanel({ id, rows }: PanelFigures) {
  const { title, says } = PANELS[id];
  return (
    <Panel id={id} title={title}>
      <p className="-mt-1 mb-3 max-w-[44rem] text-small text-pretty text-ink-3">{says}</p>
      {rows.every(({ figures }) => figures.every(isNothing)) ? (
        <p className="text-note text-ink-3">{EMPTY[id] ?? "Nothing in this window."}</p>
      ) : (
        <Body id={id} rows={rows} />
      )}
      {id === "agreement" && <DisagreementsLink />}
    </Panel>
  );
}

function isNothing(figure: Figure): boolean {
  return figure.of === 0 || (figure.type === "amount" && figure.value === null);
}

function Body({ id, rows }: PanelFigures) {
  switch (id) {
    case "times":
      return (
        <>
          <Times rows={rows} />
          <TableTwin id={id} rows={rows} />
        </>
      );
    case "minutes":
    case "hours":
    case "reading":
      return (
        <>
          <Shares rows={rows} />
          <TableTwin id={id} rows={rows} />
        </>
      );
    case "agreement":
      return <AgreementFigures rows={rows} />;
    case "reasons":
    case "audits":
    case "drift":
    case "delivery":
    case "checkpoints":
      return <PanelTable id={id} rows={rows} />;
  }
}

const [LOW, MEDIAN, HIGH, TOP, PREDICTED] = [1, 2, 3, 4, 5];

/** Half of the decisions lie in the range; the dark line is their middle, the grey one what was predicted. */
function Times({ rows }: { readonly rows: readonly PanelRow[] }) {
  const top = Math.max(1, ...rows.flatMap((row) => [valueAt(row, TOP) ?? 0, valueAt(row, PREDICTED) ?? 0]));
  const place = (value: number | null) => (value === null ? null : (100 * value) / top);
  return (
    <PlotFrame
      scale={["0", secondsOf(top / 2), secondsOf(top)]}
      says="Dark: median. Band: the middle half. Grey line: predicted."
    >
      {rows.map((row) => {
        const [low, high] = [place(valueAt(row, LOW)), place(valueAt(row, HIGH))];
        const [median, predicted] = [row.figures[MEDIAN], row.figures[PREDICTED]];
        return (
          <TrackRow
            key={row.name.join("|")}
            name={row.name.join(" · ")}
            range={low === null || high === null ? null : [low, high]}
            point={place(valueAt(row, MEDIAN))}
            aim={place(valueAt(row, PREDICTED))}
            says={`${wordsOf(median)}, ~${wordsOf(predicted)}`}
          />
        );
      })}
    </PlotFrame>
  );
}

function secondsOf(value: number): string {
  return figureWords({ type: "amount", value, unit: "seconds", of: 1 });
}

/** Tops of the scale of a share: the smallest that holds every interval. */
const TOPS = [0.1, 0.25, 0.5, 1] as const;

/** One share a line with its interval; too few are written and not drawn. */
function Shares({ rows }: { readonly rows: readonly PanelRow[] }) {
  const drawn = rows.map(({ name, figures: [figure] }) => {
    return { name, figure, share: figure?.type === "share" && figure.of >= SMALL_N ? figure : null };
  });
  // Too few of each to draw one: an axis with nothing on it says less than the words in the table.
  if (drawn.every(({ share }) => share === null)) {
    return (
      <ul className="text-note text-ink-2">
        {drawn.map(({ name, figure }) => (
          <li key={name.join("|")}>
            {name.join(" · ")}: {wordsOf(figure)}
          </li>
        ))}
      </ul>
    );
  }
  const highest = Math.max(0, ...drawn.map(({ share }) => share?.high ?? 0));
  const top = TOPS.find((one) => one >= highest) ?? 1;
  const place = (share: number) => (100 * share) / top;
  return (
    <PlotFrame scale={["0 %", formatShare(top / 2), formatShare(top)]} says="Dark: the share. Band: its 95 % interval.">
      {drawn.map(({ name, figure, share }) => (
        <TrackRow
          key={name.join("|")}
          name={name.join(" · ")}
          range={share === null ? null : [place(share.low), place(share.high)]}
          point={share === null || share.share === null ? null : place(share.share)}
          says={share === null ? wordsOf(figure) : `${figureWords(share)} of ${formatCount(share.of)}`}
        />
      ))}
    </PlotFrame>
  );
}

function wordsOf(figure: Figure | undefined): string {
  return figure === undefined ? "–" : figureWords(figure);
}

function valueAt({ figures }: PanelRow, column: number): number | null {
  const figure = figures[column];
  return figure?.type === "amount" ? figure.value : null;
}
