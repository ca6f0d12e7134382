import { ScrollText } from "lucide-react";

import { buttonClass } from "../ui/button-class";
import { EmptyState } from "../ui/empty-state";
import { Link } from "../ui/link";
import { words } from "../words/words";
import { LedgerRow, WithheldRow } from "./ledger-row";
import type { LedgerRowShown } from "./ledger-view";

/** One page of the record, newest first. An empty one was narrowed: a record begins with the workspace itself. */
export async function LedgerList({ rows }: { readonly rows: readonly LedgerRowShown[] }) {
  const t = await words("ledger");
  if (rows.length === 0) {
    return (
      <EmptyState
        title={t("none")}
        says={t("none.says")}
        icon={<ScrollText className="size-[1.125rem]" strokeWidth={1.75} />}
        action={
          <Link href="/ledger" className={buttonClass()}>
            {t("none.act")}
          </Link>
        }
      />
    );
  }
  return (
    <ol aria-label={t("list")} className="overflow-clip rounded-card border border-rule bg-panel">
      {rows.map((row) => (row.withheld ? <WithheldRow key={row.seq} row={row} /> : <LedgerRow key={row.seq} row={row} />))}
    </ol>
  );
}
