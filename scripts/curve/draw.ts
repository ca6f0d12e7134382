import type { CurvePoint } from "../../lib/domain/measure/risk-coverage";
import type { SetFigures } from "./sets";

const [WIDTH, HEIGHT, COLUMNS] = [300, 220, 3];
const FRAME = { left: 44, right: 26, top: 44, bottom: 36 } as const;
const STEPS = [0, 0.25, 0.5, 0.75, 1] as const;

/** The risk–coverage curve of each set, side by side, as one picture that needs nothing else: follows the reader's light or dark. */
export function drawing(figures: readonly SetFigures[]): string {
  const rows = Math.ceil(figures.length / COLUMNS);
  const panels = figures.map((figure, index) => {
    const [x, y] = [(index % COLUMNS) * WIDTH, Math.floor(index / COLUMNS) * HEIGHT];
    return `<g transform="translate(${String(x)} ${String(y)})">${panel(figure)}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(WIDTH * COLUMNS)} ${String(HEIGHT * rows)}" role="img">
<title>Share of wrong changes among those that would run without a look, least risky first, with its 95 % band</title>
<style>
svg{font:12px system-ui,sans-serif;--ink:#1b1b18;--quiet:#6b6b64;--rule:#dcdcd4;--line:#1d4fd7;--band:#dbe6fb;background:#fff}
@media(prefers-color-scheme:dark){svg{--ink:#ececea;--quiet:#a3a39c;--rule:#3a3a36;--line:#7ea6ff;--band:#26385f;background:#161614}}
text{fill:var(--quiet)}.name{fill:var(--ink);font-weight:600}.grid{stroke:var(--rule)}.line{fill:none;stroke:var(--line);stroke-width:2}.band{fill:var(--band)}
.all{stroke:var(--quiet);stroke-dasharray:3 3}
</style>
${panels.join("\n")}
</svg>
`;
}

function panel({ name, calls, wrong, curve: { points } }: SetFigures): string {
  const grid = STEPS.map(
    (step) =>
      `<line class="grid" x1="${x(0)}" x2="${x(1)}" y1="${y(step)}" y2="${y(step)}"/>` +
      `<text x="${String(FRAME.left - 6)}" y="${y(step, 4)}" text-anchor="end">${percent(step)}</text>` +
      (step === 0 ? "" : `<text x="${x(step)}" y="${y(0, 16)}" text-anchor="middle">${percent(step)}</text>`),
  );
  const average = `<line class="all" x1="${x(0)}" x2="${x(1)}" y1="${y(wrong / calls)}" y2="${y(wrong / calls)}"><title>wrong among all</title></line>`;
  const title = `<text class="name" x="${x(0)}" y="18">${name}</text><text x="${x(0)}" y="34">${String(wrong)} of ${String(calls)} wrong</text>`;
  const label = `<text x="${x(0)}" y="${y(0, 32)}">runs without a look →</text>`;
  return [title, ...grid, bandOf(points), average, lineOf(points), label].join("");
}

function lineOf(points: readonly CurvePoint[]): string {
  return `<polyline class="line" points="${points.map(({ share, rate }) => `${x(share)},${y(rate)}`).join(" ")}"/>`;
}

function bandOf(points: readonly CurvePoint[]): string {
  const upper = points.map(({ share, high }) => `${x(share)},${y(high)}`);
  const lower = points.toReversed().map(({ share, low }) => `${x(share)},${y(low)}`);
  return `<polygon class="band" points="${[...upper, ...lower].join(" ")}"/>`;
}

function x(share: number): string {
  return (FRAME.left + share * (WIDTH - FRAME.left - FRAME.right)).toFixed(1);
}

function y(rate: number, below = 0): string {
  return (HEIGHT - FRAME.bottom - rate * (HEIGHT - FRAME.top - FRAME.bottom) + below).toFixed(1);
}

function percent(share: number): string {
  return `${String(Math.round(share * 100))} %`;
}
