import { Download } from "lucide-react";

import { buttonClass } from "../ui/button-class";

/** The whole list under its filters, as files. `query` is the API's, without a question mark. */
export function ExportLinks({ query }: { readonly query: string }) {
  const address = (format: string) => `/api/v1/people/export?${query === "" ? "" : `${query}&`}format=${format}`;
  return (
    <>
      <a href={address("csv")} download className={buttonClass("outline", "small")}>
        <Download aria-hidden="true" className="size-3.5" strokeWidth={1.75} />
        <span className="sr-only">Export as </span>CSV
      </a>
      <a href={address("jsonl")} download className={buttonClass("outline", "small")}>
        <Download aria-hidden="true" className="size-3.5" strokeWidth={1.75} />
        <span className="sr-only">Export as </span>JSON lines
      </a>
    </>
  );
}
