import type { Checkpoint } from "./checkpoints";
import type { PanelId } from "./definitions";
import { CHECKPOINT_FIGURES, FIGURE_TEXTS, PAIRS, PANELS } from "./definitions";
import type { Figure, Unit } from "./figure";
import type { Insights } from "./insights";
import { rowNameInEnglish } from "./row-name";

/** One figure as a line of a file: which it is, and all that it says. */
export interface FigureLine {
  /** The pair or the panel. */
  readonly part: string;
  /** The row of a panel's table; empty in the top row. */
  readonly row: string;
  readonly figure: string;
  /** A share between 0 and 1, or an amount in its unit; null where nothing was counted. */
  readonly value: number | null;
  readonly unit: Unit;
  /** How many of them, where it is a share. */
  readonly count: number | null;
  readonly of: number;
  /** The 95 % interval of a share or a coefficient. */
  readonly low: number | null;
  readonly high: number | null;
}

/** Every figure of the screen, one a line. `nameOf` says who an agent is. */
export function figureLines(
  { pairs, panels, checkpoints }: Insights,
  nameOf: (agentId: Checkpoint["agentId"]) => string,
): readonly FigureLine[] {
  return [
    ...pairs.flatMap(({ id, figures: [first, second] }) => [
      lineOf(id, "", FIGURE_TEXTS[`figure.${PAIRS[id][0]}`], first),
      lineOf(id, "", FIGURE_TEXTS[`figure.${PAIRS[id][1]}`], second),
    ]),
    ...panels.flatMap(({ id, rows }) =>
      rows.flatMap(({ name, figures }) =>
        figures.map((figure, at) => lineOf(id, rowNameInEnglish(name), columnInEnglish(id, at), figure)),
      ),
    ),
    ...checkpoints.flatMap((checkpoint) => {
      const { agentId, actionName, kind, tier } = checkpoint;
      const row = [nameOf(agentId), actionName, kind, tier].join(" · ");
      return CHECKPOINT_FIGURES.map((name) => lineOf("checkpoints", row, FIGURE_TEXTS[`found.${name}`], checkpoint[name]));
    }),
  ];
}

function columnInEnglish(id: PanelId, at: number): string {
  const column = PANELS[id][at];
  return column === undefined ? "" : FIGURE_TEXTS[`column.${column}`];
}

function intervalOf({ low = null, high = null }: { readonly low?: number | null; readonly high?: number | null }) {
  return { low, high };
}

function lineOf(part: string, row: string, name: string, figure: Figure): FigureLine {
  const { of } = figure;
  if (figure.type === "amount") {
    return { part, row, figure: name, value: figure.value, unit: figure.unit, count: null, of, ...intervalOf(figure) };
  }
  const { share, count, low, high } = figure;
  const some = of > 0;
  return { part, row, figure: name, value: share, unit: "share", count, of, low: some ? low : null, high: some ? high : null };
}
