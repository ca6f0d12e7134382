import { Download } from "lucide-react";

import { buttonClass } from "../ui/button-class";

export interface ExportLinksProps {
  /** Under `/api/v1/people`. */
  readonly path?: string;
  /** The API's, without a question mark. */
  readonly query: string;
  /** Said before the formats where there is more than one sort of file: `Figures`. */
  readonly what?: string;
}

/** What is shown under its filters, as files. */
export function ExportLinks({ path = "export", query, what }: ExportLinksProps) {
  const address = (format: string) => `/api/v1/people/${path}?${query === "" ? "" : `${query}&`}format=${format}`;
  return (
    <>
      <a href={address("csv")} download className={buttonClass("outline", "small")}>
        <Download aria-hidden="true" className="size-3.5" strokeWidth={1.75} />
        <span className="sr-only">Export as </span>
        {what !== undefined && `${what}, `}CSV
      </a>
      <a href={address("jsonl")} download className={buttonClass("outline", "small")}>
        <Download aria-hidden="true" className="size-3.5" strokeWidth={1.75} />
        <span className="sr-only">Export{what === undefined ? "" : ` ${what}`} as </span>JSON lines
      </a>
    </>
  );
}
