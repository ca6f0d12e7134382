import { localeOf } from "../../lib/domain/language";
import type { Figure } from "../../lib/domain/measure/insights/figure";
import type { PanelFigures, PanelRow } from "../../lib/domain/measure/insights/panels";
import { rowNameInEnglish } from "../../lib/domain/measure/insights/row-name";
import { SMALL_N } from "../../lib/domain/measure/intervals";
import { formatShare } from "../ui/format-number";
import { Panel } from "../ui/panel";
import type { Words } from "../words/make-words";
import { words } from "../words/words";
import { AgreementFigures, DisagreementsLink } from "./agreement-figures";
import type { FigureTexts } from "./insight-words";
import { figureWords, secondsWords } from "./insight-words";
import { PanelTable, TableTwin } from "./panel-table";
import { RowTitle } from "./row-title";
import { PlotFrame, TrackRow } from "./track";

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

async function OnePanel({ id, rows }: PanelFigures) {
  const [t, kinds] = await Promise.all([words("figures"), words("terms")]);
  return (
    <Panel id={id} title={t(`panel.${id}`)}>
      <p className="-mt-1 mb-3 max-w-[44rem] text-small text-pretty text-ink-3">{t(`panel.${id}.says`)}</p>
      {rows.every(({ figures }) => figures.every(isNothing)) ? (
        <p className="text-note text-ink-3">{t(`empty.${id}`)}</p>
      ) : (
        <Body id={id} rows={rows} t={t} kinds={kinds} />
      )}
      {id === "agreement" && <DisagreementsLink />}
    </Panel>
  );
}

function isNothing(figure: Figure): boolean {
  return figure.of === 0 || (figure.type === "amount" && figure.value === null);
}

interface PlotProps {
  readonly rows: readonly PanelRow[];
  readonly t: FigureTexts;
  readonly kinds: Words<"terms">;
}

function Body({ id, ...props }: PlotProps & Pick<PanelFigures, "id">) {
  const { rows } = props;
  switch (id) {
    case "times":
      return (
        <>
          <Times {...props} />
          <TableTwin id={id} rows={rows} />
        </>
      );
    case "minutes":
    case "hours":
    case "reading":
      return (
        <>
          <Shares {...props} />
          <TableTwin id={id} rows={rows} />
        </>
      );
    case "agreement":
      return <AgreementFigures rows={rows} />;
    case "reasons":
    case "audits":
    case "drift":
    case "delivery":
      return <PanelTable id={id} rows={rows} />;
  }
}

const [LOW, MEDIAN, HIGH, TOP, PREDICTED] = [1, 2, 3, 4, 5];

/** Half of the decisions lie in the range; the dark line is their middle, the grey one what was predicted. */
function Times({ rows, t, kinds }: PlotProps) {
  const top = Math.max(1, ...rows.flatMap((row) => [valueAt(row, TOP) ?? 0, valueAt(row, PREDICTED) ?? 0]));
  const place = (value: number | null) => (value === null ? null : (100 * value) / top);
  return (
    <PlotFrame scale={["0", secondsWords(t, top / 2), secondsWords(t, top)]} says={t("times.marks")}>
      {rows.map((row) => {
        const [low, high] = [place(valueAt(row, LOW)), place(valueAt(row, HIGH))];
        const [median, predicted] = [row.figures[MEDIAN], row.figures[PREDICTED]];
        return (
          <TrackRow
            key={rowNameInEnglish(row.name)}
            name={<RowTitle name={row.name} t={t} kinds={kinds} />}
            range={low === null || high === null ? null : [low, high]}
            point={place(valueAt(row, MEDIAN))}
            aim={place(valueAt(row, PREDICTED))}
            says={t("times.says", { median: figureWords(t, median), predicted: figureWords(t, predicted) })}
          />
        );
      })}
    </PlotFrame>
  );
}

/** Tops of the scale of a share: the smallest that holds every interval. */
const TOPS = [0.1, 0.25, 0.5, 1] as const;

/** One share a line with its interval; too few are written and not drawn. */
function Shares({ rows, t, kinds }: PlotProps) {
  const drawn = rows.map(({ name, figures: [figure] }) => {
    return {
      key: rowNameInEnglish(name),
      name: <RowTitle name={name} t={t} kinds={kinds} />,
      figure,
      share: figure?.type === "share" && figure.of >= SMALL_N ? figure : null,
    };
  });
  // Too few of each to draw one: an axis with nothing on it says less than the words in the table.
  if (drawn.every(({ share }) => share === null)) {
    return (
      <ul className="text-note text-ink-2">
        {drawn.map(({ key, name, figure }) => (
          <li key={key}>{t.rich("shares.line", { name, share: figureWords(t, figure) })}</li>
        ))}
      </ul>
    );
  }
  const highest = Math.max(0, ...drawn.map(({ share }) => share?.high ?? 0));
  const top = TOPS.find((one) => one >= highest) ?? 1;
  const place = (share: number) => (100 * share) / top;
  const mark = (share: number) => formatShare(share, localeOf(t.language));
  return (
    <PlotFrame scale={[mark(0), mark(top / 2), mark(top)]} says={t("shares.marks")}>
      {drawn.map(({ key, name, figure, share }) => (
        <TrackRow
          key={key}
          name={name}
          range={share === null ? null : [place(share.low), place(share.high)]}
          point={share === null || share.share === null ? null : place(share.share)}
          says={share === null ? figureWords(t, figure) : t("figure.shareOf", { share: figureWords(t, share), of: share.of })}
        />
      ))}
    </PlotFrame>
  );
}

function valueAt({ figures }: PanelRow, column: number): number | null {
  const figure = figures[column];
  return figure?.type === "amount" ? figure.value : null;
}
