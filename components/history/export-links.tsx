import { Download } from "lucide-react";

import { buttonClass } from "../ui/button-class";
import { srOnly } from "../ui/sr-only";
import { words } from "../words/words";

export interface ExportLinksProps {
  /** Under `/api/v1/people`. */
  readonly path?: string;
  /** The API's, without a question mark. */
  readonly query: string;
  /** Said before the formats where there is more than one sort of file: `Figures`. */
  readonly what?: string;
}

/** What is shown under its filters, as files. */
export async function ExportLinks({ path = "export", query, what }: ExportLinksProps) {
  const address = (format: string) => `/api/v1/people/${path}?${query === "" ? "" : `${query}&`}format=${format}`;
  const t = await words("history");
  return (
    <>
      <a href={address("csv")} download className={buttonClass("outline", "small")}>
        <Download aria-hidden="true" className="size-3.5" strokeWidth={1.75} />
        {what === undefined ? t.rich("export.csv", { hidden: srOnly }) : t.rich("export.csv.of", { what, hidden: srOnly })}
      </a>
      <a href={address("jsonl")} download className={buttonClass("outline", "small")}>
        <Download aria-hidden="true" className="size-3.5" strokeWidth={1.75} />
        {what === undefined ? t.rich("export.lines", { hidden: srOnly }) : t.rich("export.lines.of", { what, hidden: srOnly })}
      </a>
    </>
  );
}
