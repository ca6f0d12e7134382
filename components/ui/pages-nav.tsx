import { ArrowLeft, ArrowRight } from "lucide-react";

import { buttonClass } from "../ui/button-class";
import { words } from "../words/words";
import { Link } from "./link";

export interface PagesNavProps {
  /** What is paged: `History`. */
  readonly label: string;
  /** Null on the first page. */
  readonly newest: string | null;
  /** Null on the last page. */
  readonly older: string | null;
}

/** The ways on from one page of a list that is newest first. Nothing when all of it is shown. */
export async function PagesNav({ label, newest, older }: PagesNavProps) {
  if (newest === null && older === null) return null;
  const t = await words("ui");
  return (
    <nav aria-label={t("pages.of", { what: label })} className="mt-4 flex justify-between gap-2">
      {newest !== null && (
        <Link href={newest} className={buttonClass()}>
          <ArrowLeft aria-hidden="true" className="size-4" strokeWidth={1.75} />
          {t("pages.newest")}
        </Link>
      )}
      {older !== null && (
        <Link href={older} className={buttonClass("outline", "medium", "ms-auto")}>
          {t("pages.older")}
          <ArrowRight aria-hidden="true" className="size-4" strokeWidth={1.75} />
        </Link>
      )}
    </nav>
  );
}
