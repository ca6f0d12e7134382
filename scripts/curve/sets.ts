import { looksNeeded } from "../../lib/domain/measure/looks-needed";
import type { Curve } from "../../lib/domain/measure/risk-coverage";
import { curveOf } from "../../lib/domain/measure/risk-coverage";
import type { RecordedCall } from "../replay/recorded-call";
import type { JudgedCall } from "./judged-calls";
import { riskiestFirst } from "./judged-calls";

/** What the shipped order and the shipped policy are worth on one set of recorded changes. */
export interface SetFigures {
  readonly name: string;
  readonly calls: number;
  readonly wrong: number;
  readonly curve: Curve;
  /** Looks, riskiest first, that find each share of the errors, if a look always finds them. */
  readonly looks: readonly { readonly share: number; readonly looks: number }[];
  /** What the policy itself holds for a person before it runs. */
  readonly policy: { readonly looks: number; readonly caught: number };
}

const SHARES = [0.5, 0.8, 0.95, 1] as const;

const isBooking = ({ tool }: RecordedCall): boolean => tool === "book_reservation";
const isTransfer = ({ tool }: RecordedCall): boolean => tool === "transfer_to_human_agents";
const isRefused = ({ failed }: RecordedCall): boolean => failed;

/** With everything, and without what a strict label may count as wrong for reasons of its own. */
const SETS: readonly (readonly [name: string, left: (call: RecordedCall) => boolean])[] = [
  ["all changes", () => false],
  ["without bookings", isBooking],
  ["without transfers", isTransfer],
  ["without refused calls", isRefused],
  ["without all three", (call) => isBooking(call) || isTransfer(call) || isRefused(call)],
];

/** The figures of each set; base rates are fitted within the set. */
export function figuresOf(judged: readonly JudgedCall[]): readonly SetFigures[] {
  return SETS.map(([name, isLeftOut]) =>
    setFigures(
      name,
      judged.filter(({ call }) => !isLeftOut(call)),
    ),
  );
}

function setFigures(name: string, judged: readonly JudgedCall[]): SetFigures {
  const order = riskiestFirst(judged);
  const errors = order.map(({ wrong }) => wrong);
  const leastRisky = errors.toReversed();
  const looked = judged.filter(({ treatment }) => treatment !== "auto" && treatment !== "audit");
  return {
    name,
    calls: judged.length,
    wrong: errors.filter(Boolean).length,
    curve: curveOf(
      leastRisky.length,
      () => 1,
      (place) => leastRisky[place] === true,
    ),
    looks: SHARES.map((share) => ({ share, looks: looksNeeded(errors, share) })),
    policy: { looks: looked.length, caught: looked.filter(({ wrong }) => wrong).length },
  };
}
