import type { CardFacts } from "../card/facts-for-policy";
import type { AssessFacts, HistoryFacts } from "./facts";
import type { LadderFacts } from "./ladder-handling";

/**
 * What policy knew of a proposal beside its payload and what its agent declared. Stored with each version in short form, since nearly every
 * proposal is harmless: what is missing stands for the plain case.
 */
export interface ReplayFacts {
  readonly agentName?: string;
  readonly card?: CardFacts;
  readonly expiresInMs?: number;
  readonly kill?: AssessFacts["kill"];
  readonly calibration?: HistoryFacts["calibration"];
  readonly observation?: HistoryFacts["observation"];
  readonly firstTimeCounterpart?: boolean;
  readonly usualAmount?: number;
  readonly usage?: HistoryFacts["usage"];
  readonly ladder?: LadderFacts;
}

const PLAIN_CARD: CardFacts = { fullyReadable: true, unreadable: [], hiddenMarks: 0, mixedScript: false, failedChecks: [] };
const NO_STOP: AssessFacts["kill"] = { all: false, agent: false, kind: false };
const UNKNOWN: HistoryFacts["calibration"] = { labelled: 0, calibrated: null };

/** The facts to keep. `usage` is what was counted under the write lock, where that differs from what was read before it. */
export function replayFactsOf({ agent, card, declared, history, kill }: AssessFacts, usage = history.usage): ReplayFacts {
  const { calibration, observation, firstTimeCounterpart, usualAmount } = history;
  return {
    ...(agent.name === "" ? {} : { agentName: agent.name }),
    ...(isPlain(card) ? {} : { card }),
    ...(declared.expiresInMs === null ? {} : { expiresInMs: declared.expiresInMs }),
    ...(kill.all || kill.agent || kill.kind ? { kill } : {}),
    ...(calibration.labelled === 0 && calibration.calibrated === null ? {} : { calibration }),
    ...(observation === null ? {} : { observation }),
    ...(firstTimeCounterpart === null ? {} : { firstTimeCounterpart }),
    ...(usualAmount === null ? {} : { usualAmount }),
    ...(Object.keys(usage).length === 0 ? {} : { usage }),
    ...(history.ladder === undefined ? {} : { ladder: history.ladder }),
  };
}

function isPlain({ fullyReadable, unreadable, hiddenMarks, mixedScript, failedChecks, wayBack }: CardFacts): boolean {
  if (wayBack !== undefined) return false;
  return fullyReadable && unreadable.length === 0 && hiddenMarks === 0 && !mixedScript && failedChecks.length === 0;
}

/** The facts as they were judged: the kept ones joined with what payload and extras say. */
export function replayed(
  kept: ReplayFacts,
  given: Pick<AssessFacts, "action" | "target" | "derived"> & {
    readonly agentId: string;
    readonly declared: Omit<AssessFacts["declared"], "expiresInMs">;
  },
): AssessFacts {
  return {
    action: given.action,
    agent: { id: given.agentId, name: kept.agentName ?? "" },
    target: given.target,
    declared: { ...given.declared, expiresInMs: kept.expiresInMs ?? null },
    card: kept.card ?? PLAIN_CARD,
    derived: given.derived,
    history: {
      calibration: kept.calibration ?? UNKNOWN,
      observation: kept.observation ?? null,
      firstTimeCounterpart: kept.firstTimeCounterpart ?? null,
      usualAmount: kept.usualAmount ?? null,
      usage: kept.usage ?? {},
      ...(kept.ladder === undefined ? {} : { ladder: kept.ladder }),
    },
    kill: kept.kill ?? NO_STOP,
  };
}
