import type { Metadata } from "next";

import { WarmUpScreen } from "../../../../components/triage/warm-up-screen";
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
import type { SearchParameters } from "../../read-desk";
import { pageOrRefusal } from "../../page-or-refusal";
import { answerWarmUpAction } from "../../server-actions";
import { addressOf } from "../address";

export const metadata: Metadata = { title: "Warm-up" };

/** Ten items before the real ones. Whoever has done it lately may pass over it. */
export default async function WarmUpPage({ searchParams }: { readonly searchParams: Promise<SearchParameters> }) {
  const address = addressOf(await searchParams);
  return pageOrRefusal("/focus/warm-up", async () => {
    const person = await requirePerson("proposal.decide", "/focus/warm-up");
    const { ctx } = await getRuntime();
    const [warmUp, tally, preferences] = await Promise.all([
      beginWarmUp(ctx, person),
      readWarmUps(ctx, person),
      readPreferences(ctx, person),
    ]);
    if (warmUp === null) return <TooLittle />;
    const items = warmUp.items.map(({ place, source, ...reading }) => ({
      ...{ place, source },
      detail: toCardDetail({ ...reading, ownAgent: false, cannotSign: null, names: new Map() }, shuffle),
    }));
    return (
      <WarmUpScreen
        key={warmUp.begunAt}
        begunAt={warmUp.begunAt}
        items={items}
        now={warmUp.begunAt}
        preferences={preferences}
        maySkip={!isWarmUpDue(tally, warmUp.begunAt)}
        href={`/focus?${address}`}
        answer={answerWarmUpAction}
      />
    );
  });
}

function TooLittle() {
  return (
    <EmptyState
      title="There is too little to warm up with yet"
      says="Items are made of what people approved in the last 30 days: at least ten are needed."
      action={
        <Link href="/queue" className={buttonClass("primary", "large")}>
          Back to the queue
        </Link>
      }
    />
  );
}
