"use client";

import type { ActionResult } from "../../lib/contract/action-result";
import type { Level } from "../../lib/domain/policy/ladder-handling";
import { SMALL_N } from "../../lib/domain/measure/intervals";
import type { Kind, Tier } from "../../lib/domain/words";
import { TierBadge } from "../card/tier-badge";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { EmptyState } from "../ui/empty-state";
import { formatShare } from "../ui/format-number";
import { Panel } from "../ui/panel";
import { Tag } from "../ui/tag";
import { useAction } from "../ui/use-action";

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

const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  blocked: "blocked",
  L0: "two people look",
  L1: "as the policy says",
  L2: "20 % looked at first",
  L3: "5 % audited",
  L4: "audited at the floor",
};

const ASKS: Readonly<Record<LadderLineView["asks"], (words: string) => string>> = {
  up: (words) => `Move to ${words}`,
  down: (words) => `Look again: ${words}`,
  go_on: () => "Let it go on",
};

/** The checkpoint ledger: looks, bad ones found, and whether the look is still needed. What asks for something stands first. */
export function LadderPanel({ lines, editable, setLevel }: LadderPanelProps) {
  return (
    <Panel id="checkpoints" title="Checkpoints" note="agent × action × tier" padding="flush">
      {lines.length === 0 ? (
        <EmptyState
          title="Nobody has looked at anything yet"
          says="Once people have decided on proposals, this shows what their looks found at each checkpoint."
        />
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
  const moving = useAction(setLevel);
  const { agentId, actionName, kind, tier, level, to } = line;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-5 py-3">
      <span className="w-[5.25rem] shrink-0">
        <TierBadge tier={tier} />
      </span>
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-baseline gap-x-2 text-note">
          <span className="font-mono text-small [overflow-wrap:anywhere]">{actionName}</span>
          <span className="text-ink-2">{line.agentName}</span>
          {level !== "L1" && <Tag>{LEVEL_WORDS[level]}</Tag>}
        </p>
        <p className="text-note">{line.words}</p>
        {line.because.length > 0 && (
          <details className="text-small text-ink-3">
            <summary className="cursor-pointer">Why it stays</summary>
            <ul className="list-disc pl-5">
              {line.because.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </details>
        )}
        {moving.failure !== null && <Callout tone="failed" title={moving.failure} role="alert" className="mt-2" />}
        {moving.done?.outcome === "waiting" && (
          <Callout title="A second admin has to say so too: they see the same button" role="status" className="mt-2" />
        )}
      </div>
      <p className="tabular text-small text-ink-2">{foundWords(line)}</p>
      {editable && to !== null && (
        <Button
          disabled={moving.pending}
          onClick={() => {
            moving.run({ agentId, actionName, kind, tier, from: level, to });
          }}
        >
          {ASKS[line.asks](LEVEL_WORDS[to])}
        </Button>
      )}
    </li>
  );
}

function foundWords({ checked, bad }: LadderLineView): string {
  if (checked < SMALL_N) return `${String(bad)} of ${String(checked)} bad`;
  return `${formatShare(bad / checked)} bad`;
}
