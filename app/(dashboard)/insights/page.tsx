import type { Metadata } from "next";
import { cookies } from "next/headers";

import { CalibrationPanel } from "../../../components/insights/calibration-panel";
import { CheckpointLedger } from "../../../components/insights/checkpoint-ledger";
import { InsightPanels } from "../../../components/insights/insight-panels";
import { ExportLinks } from "../../../components/history/export-links";
import type { InsightsFields } from "../../../components/insights/insights-fields";
import { insightsAddress, NO_FIELDS } from "../../../components/insights/insights-fields";
import { InsightsFilters } from "../../../components/insights/insights-filters";
import type { FigureTexts } from "../../../components/insights/insight-words";
import { suggestionWords } from "../../../components/insights/suggestion-words";
import { LadderPanel } from "../../../components/insights/ladder-panel";
import { PairRow } from "../../../components/insights/pair-row";
import { PageHeader } from "../../../components/ui/page-header";
import { RememberZone } from "../../../components/ui/remember-zone";
import { readZone, ZONE_COOKIE } from "../../../components/ui/zone";
import { HandWords } from "../../../components/words/hand-words";
import { words } from "../../../components/words/words";
import { requirePerson } from "../../../lib/auth/current-person";
import { can } from "../../../lib/domain/permissions";
import { pageOrRefusal } from "../page-or-refusal";
import type { SearchParameters } from "../read-desk";
import { readInsightsPage } from "./read-insights-page";
import { setLevelAction } from "./server-actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await words("figures");
  return { title: t("title") };
}

/** What looking found, how it was done and what it cost, and which checkpoints the evidence would spare. What is counted is in the address. */
export default async function InsightsPage({ searchParams }: { readonly searchParams: Promise<SearchParameters> }) {
  return pageOrRefusal("/insights", async () => {
    const search = await searchParams;
    const zone = readZone((await cookies()).get(ZONE_COOKIE)?.value);
    const person = await requirePerson("measures.read", insightsAddress(NO_FIELDS));
    const { fields, insights, lines, calibration, checkpoints, options } = await readInsightsPage(person, search, zone);
    const t = await words("figures");
    return (
      <HandWords areas={["insights"]}>
        <div className="mx-auto flex w-full max-w-[78rem] flex-col gap-5 p-4 md:p-7">
          <div className="-mb-5">
            <PageHeader
              title={t("title")}
              says={t("says")}
              actions={
                <>
                  <ExportLinks path="insights/export" query={exportQuery("figures", fields, zone)} what={t("file.figures")} />
                  {can(person.role, "ledger.export") && fields.person === "" && (
                    <ExportLinks path="insights/export" query={exportQuery("items", fields, zone)} what={t("file.items")} />
                  )}
                </>
              }
            />
          </div>
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
            <InsightsFilters fields={fields} options={options} />
            <p className="tabular text-small text-ink-3">{countedWords(t, insights)}</p>
          </div>
          {fields.person !== "" && <p className="text-note text-ink-2">{t("personal")}</p>}
          {insights.testsWithheld && <p className="text-note text-ink-2">{t("withheld")}</p>}
          <PairRow pairs={insights.pairs} />
          {fields.person === "" && (
            <>
              <LadderPanel
                editable={can(person.role, "policy.save")}
                setLevel={setLevelAction}
                lines={lines.map(({ record, agentName, suggestion, ofKind, figures }) => ({
                  agentId: record.agentId,
                  agentName,
                  actionName: record.actionName,
                  kind: record.kind,
                  tier: record.tier,
                  level: record.level,
                  checked: record.cell.checked,
                  bad: record.cell.bad,
                  words: suggestionWords(t, record.cell, suggestion, ofKind, figures),
                  to: suggestion.type === "stay" ? null : suggestion.to,
                  asks: suggestion.type === "blocked" ? "go_on" : suggestion.type === "down" ? "down" : "up",
                  because: suggestion.type === "stay" ? suggestion.because.map(t.sentence) : [],
                }))}
              />
              <CheckpointLedger checkpoints={checkpoints} prices={insights.prices} />
              <CalibrationPanel
                lines={calibration.map(({ calibration: { labelled, baseRate, fit }, ...line }) => ({
                  ...line,
                  labelled,
                  baseRate,
                  fit,
                }))}
              />
            </>
          )}
          <InsightPanels panels={insights.panels} />
          <RememberZone known={zone} />
        </div>
      </HandWords>
    );
  });
}

/** The same narrowing for a file. */
function exportQuery(what: "figures" | "items", fields: InsightsFields, zone: string): string {
  const narrowed = Object.entries(fields).filter(([, value]) => value !== "");
  return new URLSearchParams([["what", what], ["zone", zone], ...narrowed]).toString();
}

type Counted = Awaited<ReturnType<typeof readInsightsPage>>["insights"];

function countedWords(t: FigureTexts, { items, decisions, truncated }: Counted): string {
  return t("counted", { items, decisions, truncated: String(truncated) });
}
