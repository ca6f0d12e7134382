import type { Metadata } from "next";

import { CalibrationPanel } from "../../../components/insights/calibration-panel";
import { LadderPanel } from "../../../components/insights/ladder-panel";
import { PageHeader } from "../../../components/ui/page-header";
import { requirePerson } from "../../../lib/auth/current-person";
import { can } from "../../../lib/domain/permissions";
import { getRuntime } from "../../../lib/runtime";
import { readCalibration } from "../../../lib/services/calibration/read-calibration";
import { readLadderLines } from "../../../lib/services/ladder/read-ladder";
import { pageOrRefusal } from "../page-or-refusal";
import { setLevelAction } from "./server-actions";

export const metadata: Metadata = { title: "Insights" };

/** What people's looks found at each checkpoint, and what that suggests. */
export default async function InsightsPage() {
  return pageOrRefusal("/insights", async () => {
    const person = await requirePerson("measures.read", "/insights");
    const { ctx } = await getRuntime();
    const [lines, calibration] = await Promise.all([readLadderLines(ctx, person), readCalibration(ctx, person)]);
    return (
      <div className="mx-auto flex w-full max-w-[78rem] flex-col gap-5 p-4 md:p-7">
        <div className="-mb-5">
          <PageHeader
            title="Insights"
            says="What looking found at each checkpoint. One goes when the evidence holds at every look, and a person says so."
          />
        </div>
        <LadderPanel
          editable={can(person.role, "policy.save")}
          setLevel={setLevelAction}
          lines={lines.map(({ record, agentName, suggestion, words }) => ({
            agentId: record.agentId,
            agentName,
            actionName: record.actionName,
            kind: record.kind,
            tier: record.tier,
            level: record.level,
            checked: record.cell.checked,
            bad: record.cell.bad,
            words,
            to: suggestion.type === "stay" ? null : suggestion.to,
            asks: suggestion.type === "blocked" ? "go_on" : suggestion.type === "down" ? "down" : "up",
            because: suggestion.type === "stay" ? suggestion.because : [],
          }))}
        />
        <CalibrationPanel
          lines={calibration.map(({ calibration: { labelled, baseRate, fit }, ...line }) => ({
            ...line,
            labelled,
            baseRate,
            fit,
          }))}
        />
      </div>
    );
  });
}
