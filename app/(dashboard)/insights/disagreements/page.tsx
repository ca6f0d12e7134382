import type { Metadata } from "next";

import { Disagreements } from "../../../../components/insights/disagreements";
import { PageHeader } from "../../../../components/ui/page-header";
import { WayBack } from "../../../../components/ui/way-back";
import { words } from "../../../../components/words/words";
import { requirePerson } from "../../../../lib/auth/current-person";
import { getRuntime } from "../../../../lib/runtime";
import { readDisagreements } from "../../../../lib/services/measure/read-disagreements";
import { pageOrRefusal } from "../../page-or-refusal";

export async function generateMetadata(): Promise<Metadata> {
  const t = await words("disagreements");
  return { title: t("title") };
}

const DAYS = 90;

/** What two people decided differently without knowing of each other, with both reasons: what a guideline is mended by. */
export default async function DisagreementsPage() {
  return pageOrRefusal("/insights/disagreements", async () => {
    const person = await requirePerson("measures.read", "/insights/disagreements");
    const { ctx } = await getRuntime();
    const cases = await readDisagreements(ctx, person, { days: DAYS });
    const t = await words("disagreements");
    return (
      <div className="mx-auto flex w-full max-w-[60rem] flex-col p-4 md:p-7">
        <WayBack label={t("back")} href="/insights">
          {t("above")}
        </WayBack>
        <PageHeader title={t("title")} says={t("says", { days: DAYS })} />
        <Disagreements cases={cases} now={ctx.clock()} />
      </div>
    );
  });
}
