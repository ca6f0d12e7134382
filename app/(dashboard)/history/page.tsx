import type { Metadata } from "next";
import { cookies } from "next/headers";

import { ExportLinks } from "../../../components/history/export-links";
import { historyAddress, isNarrowed } from "../../../components/history/history-fields";
import { HistoryFilters } from "../../../components/history/history-filters";
import { HistoryList } from "../../../components/history/history-list";
import { PageHeader } from "../../../components/ui/page-header";
import { PagesNav } from "../../../components/ui/pages-nav";
import { ZONE_COOKIE, readZone } from "../../../components/ui/zone";
import { HandWords } from "../../../components/words/hand-words";
import { words } from "../../../components/words/words";
import { requirePerson } from "../../../lib/auth/current-person";
import { pageOrRefusal } from "../page-or-refusal";
import type { SearchParameters } from "../read-desk";
import { historyQuery } from "./history-query";
import { readHistoryPage } from "./read-history-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await words("history");
  return { title: t("page") };
}

/** Every proposal, newest first. What narrows it is in the address; it works without scripts. */
export default async function HistoryPage({ searchParams }: { readonly searchParams: Promise<SearchParameters> }) {
  return pageOrRefusal("/history", async () => {
    const search = await searchParams;
    const zone = readZone((await cookies()).get(ZONE_COOKIE)?.value);
    const person = await requirePerson("queue.read", historyAddress(historyQuery(search, zone).fields));
    const page = await readHistoryPage(person, search, zone);
    const t = await words("history");
    return (
      <HandWords areas={["history"]}>
        <div className="mx-auto w-full max-w-[78rem] p-4 md:p-7">
          <PageHeader
            title={t("page")}
            says={t("page.says")}
            {...(page.exportQuery === null ? {} : { actions: <ExportLinks query={page.exportQuery} /> })}
          />
          <HistoryFilters fields={page.fields} options={page.options} zone={zone} />
          <HistoryList rows={page.rows} zone={zone} now={page.now} narrowed={isNarrowed(page.fields) || page.paged} />
          <PagesNav
            label={t("page")}
            newest={page.paged ? historyAddress(page.fields) : null}
            older={page.next === null ? null : historyAddress(page.fields, page.next)}
          />
        </div>
      </HandWords>
    );
  });
}
