"use client";

import type { ActionResult } from "../../lib/contract/action-result";
import { localeOf } from "../../lib/domain/language";
import type { Level } from "../../lib/domain/policy/ladder-handling";
import { SMALL_N } from "../../lib/domain/measure/intervals";
import type { Kind, Tier } from "../../lib/domain/words";
import { TierBadge } from "../card/tier-badge";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { EmptyState } from "../ui/empty-state";
import { Fold } from "../ui/fold";
import { formatShare } from "../ui/format-number";
import { Panel } from "../ui/panel";
import { Tag } from "../ui/tag";
import { useAction } from "../ui/use-action";
import type { Words } from "../words/make-words";
import { useWords } from "../words/words-provider";

/** One checkpoint: what was seen at it and what that suggests. */
export interface LadderLineView {
  readonly agentId: string;
  readonly agentName: string;
  readonly actionName: string;
  readonly kind: Kind;
  readonly tier: Tier;
  readonly level: Level;
  readonly checked: number;
  readonly bad: number;
  /** The sentence with its numbers. */
  readonly words: string;
  /** Where it may go; null where it stays. */
  readonly to: Level | null;
  readonly asks: "up" | "down" | "go_on";
  readonly because: readonly string[];
}

type SetLevel = (input: {
  readonly agentId: string;
  readonly actionName: string;
  readonly kind: Kind;
  readonly tier: Tier;
  readonly from: Level;
  readonly to: Level;
}) => Promise<ActionResult<{ readonly outcome: "moved" | "waiting" }>>;

export interface LadderPanelProps {
  readonly lines: readonly LadderLineView[];
  readonly editable: boolean;
  readonly setLevel: SetLevel;
}

/** The checkpoint ledger: looks, bad ones found, and whether the look is still needed. What asks for something stands first. */
export function LadderPanel({ lines, editable, setLevel }: LadderPanelProps) {
  const t = useWords("insights");
  return (
    <Panel id="checkpoints" title={t("checkpoints")} note={t("checkpoints.note")} padding="flush">
      {lines.length === 0 ? (
        <EmptyState title={t("checkpoints.empty")} says={t("checkpoints.empty.says")} />
      ) : (
        <ul className="divide-y divide-rule border-t border-rule">
          {lines.map((line) => (
            <Line
              key={`${line.agentId} ${line.actionName} ${line.kind} ${line.tier}`}
              line={line}
              editable={editable}
              setLevel={setLevel}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Line({
  line,
  editable,
  setLevel,
}: {
  readonly line: LadderLineView;
  readonly editable: boolean;
  readonly setLevel: SetLevel;
}) {
  const t = useWords("insights");
  const moving = useAction(setLevel);
  const { agentId, actionName, kind, tier, level, to } = line;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-5 py-3">
      <span className="w-[5.25rem] shrink-0">
        <TierBadge tier={tier} />
      </span>
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-baseline gap-x-2 text-note">
          <bdi className="font-mono text-small [overflow-wrap:anywhere]">{actionName}</bdi>
          <bdi className="text-ink-2">{line.agentName}</bdi>
          {level !== "L1" && <Tag>{t(`level.${level}`)}</Tag>}
        </p>
        <p className="text-note">{line.words}</p>
        {line.because.length > 0 && (
          <Fold title={t("checkpoints.why")} className="text-small text-ink-3">
            <ul className="list-disc ps-5">
              {line.because.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </Fold>
        )}
        {moving.failure !== null && <Callout tone="failed" title={moving.failure} role="alert" className="mt-2" />}
        {moving.done?.outcome === "waiting" && <Callout title={t("checkpoints.second")} role="status" className="mt-2" />}
      </div>
      <p className="tabular text-small text-ink-2">{foundWords(t, line)}</p>
      {editable && to !== null && (
        <Button
          disabled={moving.pending}
          className="h-auto! min-h-9 max-w-full py-1.5 whitespace-normal!"
          onClick={() => {
            moving.run({ agentId, actionName, kind, tier, from: level, to });
          }}
        >
          {line.asks === "go_on" ? t("ask.go_on") : t(`ask.${line.asks}`, { level: t(`level.${to}`) })}
        </Button>
      )}
    </li>
  );
}

function foundWords(t: Words<"insights">, { checked, bad }: LadderLineView): string {
  if (checked < SMALL_N) return t("checkpoints.bad", { bad, checked });
  return t("checkpoints.badShare", { share: formatShare(bad / checked, localeOf(t.language)) });
}
