"use client";

import { use, useCallback, useMemo, useState } from "react";

import type { ActionResult } from "../../lib/contract/action-result";
import type { CardDetail } from "../../lib/contract/people";
import { keysFor } from "../../lib/domain/input/key-map";
import type { Intent } from "../../lib/domain/input/key-reducer";
import type { Preferences } from "../../lib/domain/preferences";
import { EndMark } from "../card/end-mark";
import { ReviewCard } from "../card/review-card";
import { useAnnounce } from "../ui/announcer";
import { Button } from "../ui/button";
import { buttonClass } from "../ui/button-class";
import { Callout } from "../ui/callout";
import { english } from "../ui/english";
import { Link } from "../ui/link";
import { useWords } from "../words/words-provider";
import { CardActs } from "./card-acts";
import { metaOf, shownCard } from "./card-meta";
import { FocusHeader, LeftOver } from "./focus-bar";
import { HabitsContext, KeyContext, useKeyMap } from "./key-context";
import { useReading } from "./use-reading";
import { useReviewInput } from "./use-review-input";
import type { Question } from "./use-panels";
import type { Told, WarmUpVerdict } from "./warm-up-feedback";
import { Feedback, toldWords } from "./warm-up-feedback";

export interface WarmUpScreenProps {
  readonly begunAt: number;
  readonly items: readonly { readonly place: number; readonly source: string; readonly detail: CardDetail }[];
  /** The server's clock when the page was rendered. */
  readonly now: number;
  readonly preferences: Preferences;
  /** Whether they may begin without it: they have warmed up within four hours. */
  readonly maySkip: boolean;
  /** Where the real work begins. */
  readonly href: string;
  readonly answer: (input: {
    readonly begunAt: number;
    readonly place: number;
    readonly source: string;
    readonly rejected: boolean;
  }) => Promise<ActionResult<WarmUpVerdict>>;
}

type Phase = "before" | "deciding" | "after";

const NOTHING_ASKED: Question = { asks: "nothing", choices: 0 };

/** Ten items before the real ones, each told right after it was decided. The card is the very one of the queue. */
export function WarmUpScreen(props: WarmUpScreenProps) {
  const keys = useMemo(() => keysFor(props.preferences), [props.preferences]);
  return (
    <KeyContext value={keys}>
      <HabitsContext value={props.preferences}>
        <WarmUp {...props} />
      </HabitsContext>
    </KeyContext>
  );
}

function WarmUp({ items, now, href, maySkip, ...given }: WarmUpScreenProps) {
  const [t, desk] = [useWords("warmUp"), useWords("desk")];
  const [phase, setPhase] = useState<Phase>("before");
  const [told, setTold] = useState<readonly Told[]>([]);
  const item = items[told.length];
  const left = phase === "after" ? 0 : items.length - told.length;
  const caught = told.filter(({ wrong, rejected }) => wrong !== null && rejected).length;
  const bad = told.filter(({ wrong }) => wrong !== null).length;
  return (
    <>
      <h1 className="sr-only">{t("title")}</h1>
      <FocusHeader href="/queue" title={t("title")}>
        <LeftOver left={String(left)} />
      </FocusHeader>
      <section aria-label={desk("card")} className="mx-auto w-full max-w-[48.75rem] pb-24 md:py-6">
        {phase === "before" && (
          <Sheet title={t("before")} says={t("before.says")}>
            {maySkip && (
              <Link href={href} className={buttonClass("outline", "large")}>
                {t("skip")}
              </Link>
            )}
            <Button
              size="large"
              variant="primary"
              onClick={() => {
                setPhase("deciding");
              }}
            >
              {t("begin")}
            </Button>
          </Sheet>
        )}
        {phase === "deciding" && item !== undefined && (
          <Item
            key={item.place}
            item={item}
            now={now}
            begunAt={given.begunAt}
            answer={given.answer}
            onNext={(one) => {
              setTold((all) => [...all, one]);
              if (told.length + 1 === items.length) setPhase("after");
            }}
          />
        )}
        {phase === "after" && (
          <Sheet
            title={t("after", { caught, bad })}
            says={t("after.says", {
              good: told.length - bad,
              approved: told.filter(({ wrong, rejected }) => wrong === null && !rejected).length,
            })}
          >
            <Link href={href} className={buttonClass("primary", "large")}>
              {t("begin")}
            </Link>
          </Sheet>
        )}
      </section>
    </>
  );
}

interface SheetProps {
  readonly title: string;
  readonly says: string;
  readonly children: React.ReactNode;
}

function Sheet({ title, says, children }: SheetProps) {
  return (
    <div className="flex w-full flex-col items-center justify-center gap-2 bg-panel px-6 py-16 text-center md:h-(--focus-card) md:rounded-card md:border md:border-rule md:shadow-card">
      <h2 className="text-head text-ink">{title}</h2>
      <p className="max-w-[28rem] text-body text-pretty text-ink-2">{says}</p>
      <div className="mt-4 flex flex-wrap justify-center gap-3">{children}</div>
    </div>
  );
}

interface ItemProps extends Pick<WarmUpScreenProps, "now" | "begunAt" | "answer"> {
  readonly item: WarmUpScreenProps["items"][number];
  readonly onNext: (told: Told) => void;
}

function Item({ item, now, begunAt, answer, onNext }: ItemProps) {
  const { detail, place, source } = item;
  const t = useWords("warmUp");
  const announce = useAnnounce();
  const [told, setTold] = useState<Told | null>(null);
  const [failure, setFailure] = useState<{ readonly says: string | null } | null>(null);
  const [pending, setPending] = useState(false);
  const meta = useMemo(() => metaOf(detail), [detail]);
  const reading = useReading(detail, false);
  const { confirmBy } = use(HabitsContext);
  const shown = useMemo(
    // Nothing is leased, so no server counts how long: a hold takes its own time alone.
    () => (told !== null || pending ? null : shownCard(detail, { live: true, signableAt: 0, confirmBy })),
    [detail, told, pending, confirmBy],
  );
  const decided = useCallback(
    async (rejected: boolean) => {
      setPending(true);
      setFailure(null);
      const result = await answer({ begunAt, place, source, rejected }).catch(() => null);
      setPending(false);
      if (result?.ok !== true) {
        setFailure({ says: result?.detail ?? null });
        return;
      }
      setTold({ ...result.value, rejected });
      announce(toldWords(t, { ...result.value, rejected }));
    },
    [announce, answer, begunAt, place, source, t],
  );
  const act = useCallback(
    (intent: Intent) => {
      if (intent.type === "decide") void decided(intent.decision === "reject");
      else if (intent.type === "open_rejection") void decided(true);
      else if (intent.type === "command") announce(t("asks"));
    },
    [announce, decided, t],
  );
  const map = useKeyMap();
  const keys = useMemo(() => map.filter(({ command }) => command === "approve" || command === "reject"), [map]);
  const input = useReviewInput(shown, NOTHING_ASKED, act, keys);
  return (
    <>
      <ReviewCard
        id={detail.row.id}
        card={detail.card}
        meta={meta}
        now={now}
        fixed
        end={<EndMark onScreen={reading.noteEnd} />}
        below={reading.below}
        actions={
          told === null ? (
            <CardActs
              input={input}
              act={act}
              blocked={null}
              cannotSign={null}
              reading={reading}
              detail={detail}
              onEvidence={() => {
                announce(t("noEvidence"));
              }}
            />
          ) : (
            <Feedback
              told={told}
              onNext={() => {
                onNext(told);
              }}
            />
          )
        }
      />
      {failure !== null && (
        <Callout
          className="mt-4"
          tone="failed"
          role="alert"
          title={failure.says === null ? t("unreached") : t.rich("refused", { says: failure.says, why: english })}
        />
      )}
    </>
  );
}
