import type { Metadata } from "next";

import { Disagreements } from "../../../../components/insights/disagreements";
import { PageHeader } from "../../../../components/ui/page-header";
import { requirePerson } from "../../../../lib/auth/current-person";
import { getRuntime } from "../../../../lib/runtime";
import { readDisagreements } from "../../../../lib/services/measure/read-disagreements";
import { pageOrRefusal } from "../../page-or-refusal";

export const metadata: Metadata = { title: "Cases we disagreed on" };

const DAYS = 90;

/** What two people decided differently without knowing of each other, with both reasons: what a guideline is mended by. */
export default async function DisagreementsPage() {
  return pageOrRefusal("/insights/disagreements", async () => {
    const person = await requirePerson("measures.read", "/insights/disagreements");
    const { ctx } = await getRuntime();
    const cases = await readDisagreements(ctx, person, { days: DAYS });
    return (
      <div className="mx-auto flex w-full max-w-[60rem] flex-col gap-5 p-4 md:p-7">
        <PageHeader
          title="Cases we disagreed on"
          says={`Blind double reviews of the last ${String(DAYS)} days in which two people said different things. Nobody is named: what they go by is what to mend.`}
        />
        <Disagreements cases={cases} now={ctx.clock()} />
      </div>
    );
  });
}
