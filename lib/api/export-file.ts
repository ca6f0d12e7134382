import { csvCell } from "../contract/csv-cell";
import type { Answer } from "./answer";

type Cell = string | number | boolean | null | readonly string[];

/** Lines that somebody takes away as a file. */
export interface ExportFile<Line> {
  /** Without its ending. */
  readonly name: string;
  readonly columns: readonly (keyof Line & string)[];
  /** Each page is read when the one before has been taken. */
  readonly pages: () => AsyncGenerator<readonly Line[]>;
}

/** The file as lines of JSON, or as CSV whose cells no spreadsheet runs; streamed. */
export function exportAnswer<Line extends { readonly [Key in keyof Line]: Cell }>(
  { method }: Pick<Request, "method">,
  format: "jsonl" | "csv",
  { name, columns, pages }: ExportFile<Line>,
): Answer {
  const csv = format === "csv";
  const headers = {
    "content-type": csv ? "text/csv; charset=utf-8" : "application/x-ndjson; charset=utf-8",
    "content-disposition": `attachment; filename="${name}.${format}"`,
  };
  if (method === "HEAD") return { status: 200, headers, body: null };
  const row = (line: Line): string =>
    csv ? `${columns.map((column) => csvCell(cellOf(line[column]))).join(",")}\r\n` : `${JSON.stringify(line)}\n`;
  return { status: 200, headers, body: streamOf(pages(), row, csv ? `${columns.join(",")}\r\n` : "") };
}

function cellOf(value: Cell): string | number | null {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "object" && value !== null ? value.join("; ") : value;
}

function streamOf<Line>(
  source: AsyncGenerator<readonly Line[]>,
  row: (line: Line) => string,
  head: string,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let lead = head;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const step = await source.next();
      const text = lead + (step.done === true ? "" : step.value.map(row).join(""));
      lead = "";
      if (text !== "") controller.enqueue(encoder.encode(text));
      if (step.done === true) controller.close();
    },
    async cancel() {
      await source.return(undefined);
    },
  });
}
