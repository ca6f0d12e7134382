import { Download } from "lucide-react";
import type { Metadata } from "next";

import { LedgerFilter } from "../../../components/ledger/ledger-filter";
import { LedgerList } from "../../../components/ledger/ledger-list";
import { ledgerAddress } from "../../../components/ledger/ledger-view";
import { VerifyLedger } from "../../../components/ledger/verify-ledger";
import { buttonClass } from "../../../components/ui/button-class";
import { PageHeader } from "../../../components/ui/page-header";
import { PagesNav } from "../../../components/ui/pages-nav";
import { HandWords } from "../../../components/words/hand-words";
import { words } from "../../../components/words/words";
import { requirePerson } from "../../../lib/auth/current-person";
import { can } from "../../../lib/domain/permissions";
import { pageOrRefusal } from "../page-or-refusal";
import type { SearchParameters } from "../read-desk";
import { readLedgerPage } from "./read-ledger-page";
import { verifyLedgerAction } from "./server-actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await words("ledger");
  return { title: t("page") };
}

/** The record: every event, newest first, each chained to the one before it. */
export default async function LedgerScreenPage({ searchParams }: { readonly searchParams: Promise<SearchParameters> }) {
  return pageOrRefusal("/ledger", async () => {
    const person = await requirePerson("ledger.read", "/ledger");
    const page = await readLedgerPage(person, await searchParams);
    const t = await words("ledger");
    return (
      <HandWords areas={["ledger"]}>
        <div className="mx-auto w-full max-w-[78rem] p-4 md:p-7">
          <PageHeader
            title={t("page")}
            says={t("page.says")}
            {...(can(person.role, "ledger.export") ? { actions: <ExportForm label={t("export")} /> } : {})}
          />
          <VerifyLedger head={page.head} verify={verifyLedgerAction} />
          <div className="mb-2 flex justify-between">
            <LedgerFilter type={page.type} types={page.types} />
          </div>
          <LedgerList rows={page.rows} />
          <PagesNav
            label={t("page")}
            newest={page.paged ? ledgerAddress(page.type) : null}
            older={page.next === null ? null : ledgerAddress(page.type, page.next)}
          />
        </div>
      </HandWords>
    );
  });
}

/** A form, since every export is an entry of its own: following a link changes nothing. */
function ExportForm({ label }: { readonly label: string }) {
  return (
    <form method="post" action="/ledger/export">
      <button type="submit" className={buttonClass("outline", "medium")}>
        <Download aria-hidden="true" className="size-4" strokeWidth={1.75} />
        {label}
      </button>
    </form>
  );
}
