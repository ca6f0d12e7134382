import type { Metadata } from "next";

import { WarmUpScreen } from "../../../../components/triage/warm-up-screen";
import { HandWords } from "../../../../components/words/hand-words";
import { words } from "../../../../components/words/words";
import { buttonClass } from "../../../../components/ui/button-class";
import { EmptyState } from "../../../../components/ui/empty-state";
import { Link } from "../../../../components/ui/link";
import { requirePerson } from "../../../../lib/auth/current-person";
import { toCardDetail } from "../../../../lib/contract/card-view";
import { isWarmUpDue } from "../../../../lib/domain/focus/warm-up";
import { getRuntime } from "../../../../lib/runtime";
import { beginWarmUp, readWarmUps } from "../../../../lib/services/focus/warm-up";
import { readPreferences } from "../../../../lib/services/preferences/preferences";
import { shuffle } from "../../../../lib/shuffle";
import { sameAt } from "../../desk-address";
import type { SearchParameters } from "../../read-desk";
import { pageOrRefusal } from "../../page-or-refusal";
import { answerWarmUpAction } from "../../server-actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await words("warmUp");
  return { title: t("title") };
}

/** Ten items before the real ones. Whoever has done it lately may pass over it. */
export default async function WarmUpPage({ searchParams }: { readonly searchParams: Promise<SearchParameters> }) {
  const search = await searchParams;
  return pageOrRefusal("/focus/warm-up", async () => {
    const person = await requirePerson("proposal.decide", sameAt("/focus/warm-up", search));
    const { ctx } = await getRuntime();
    const [warmUp, tally, preferences] = await Promise.all([
      beginWarmUp(ctx, person),
      readWarmUps(ctx, person),
      readPreferences(ctx, person),
    ]);
    if (warmUp === null) return <TooLittle />;
    const items = warmUp.items.map(({ place, source, ...reading }) => ({
      ...{ place, source },
      detail: toCardDetail(
        { ...reading, observed: null, stepsBefore: 0, ownAgent: false, cannotSign: null, names: new Map() },
        shuffle,
      ),
    }));
    return (
      <HandWords areas={["card", "checks", "desk", "deskPanels", "face", "risk", "warmUp"]}>
        <WarmUpScreen
          key={warmUp.begunAt}
          begunAt={warmUp.begunAt}
          items={items}
          now={warmUp.begunAt}
          preferences={preferences}
          maySkip={!isWarmUpDue(tally, warmUp.begunAt)}
          href={sameAt("/focus", search)}
          answer={answerWarmUpAction}
        />
      </HandWords>
    );
  });
}

async function TooLittle() {
  const t = await words("warmUp");
  return (
    <>
      <h1 className="sr-only">{t("title")}</h1>
      <EmptyState
        title={t("tooLittle")}
        says={t("tooLittle.says")}
        action={
          <Link href="/queue" className={buttonClass("primary", "large")}>
            {t("toQueue")}
          </Link>
        }
      />
    </>
  );
}
