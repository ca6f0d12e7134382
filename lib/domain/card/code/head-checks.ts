import type { CardInput, Check } from "../card";
import { failed, notRun, passed } from "../finish-card";
import { figureOf } from "../tenfold";
import { sentValue } from "../sent-value";
import { visible } from "../spans";
import type { CodeChange } from "./code-arguments";

const SHORT_HASH = 7;
const COVERED_MIN = 0.5;

/** Whether the tests were of this very commit, and ran what it changes: what CI said, as sent. */
export function headChecks(input: CardInput, { tests }: CodeChange): readonly Check[] {
  return [...(tests === null ? [] : [sameCommit(input, tests.commit)]), ...coverage(input)];
}

function sameCommit(input: CardInput, tested: string | null): Check {
  const says = "code.testsRanOnThisCommit";
  const head = sentValue(input, "headsha commitsha headcommit commit sha revision");
  if (tested === null) return notRun("ci-head", says, { key: "code.whichOneTheyRanOn" });
  if (typeof head !== "string") return notRun("ci-head", says, { key: "code.commitToMergeWasNot" });
  const [a, b] = [head.toLowerCase(), tested.toLowerCase()];
  const same = a === b || (Math.min(a.length, b.length) >= SHORT_HASH && (a.startsWith(b) || b.startsWith(a)));
  if (same) return passed("ci-head", "code.testsRanOnThisCommitAs");
  return failed("ci-head", "code.testsRanOnAnotherCommit", {
    key: "code.testedNotHead",
    values: { tested: visible(tested), head: visible(head) },
  });
}

/** Says nothing where no share was sent. */
function coverage(input: CardInput): readonly Check[] {
  const sent = figureOf(sentValue(input, "changedlinescoverage diffcoverage patchcoverage coverage") ?? undefined);
  if (sent === null || sent < 0 || sent > 100) return [];
  const share = sent <= 1 ? sent : sent / 100;
  if (share >= COVERED_MIN) return [passed("coverage", "code.testsRunMostChangedLines")];
  return [
    failed("coverage", "code.testsRunLessThanHalf", { key: "code.share", values: { share: String(Math.round(share * 100)) } }),
  ];
}
