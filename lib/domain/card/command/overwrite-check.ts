import type { Check } from "../card";
import { notRun, passed } from "../finish-card";
import type { CommandArguments } from "./command-arguments";
import { disksAmong } from "./command-effect";
import { isRead, nameOf, notKnownOf, steers, verdict, type ReadStep } from "./read-step";

/**
 * What a command writes over, its redirects and its programs. It passes only where it is known of every program that it writes over nothing:
 * not of one that nobody wrote a reader for, that a variable can stand in for, or that gets its words only when it runs.
 */
export function overwrites(steps: readonly ReadStep[], { variables }: CommandArguments, readWhole: boolean): Check {
  const [id, fine] = ["overwrite", "command.writesOverNoFile"] as const;
  // Written on to a disk starts where the disk starts.
  const found = steps.flatMap(({ step, effect }) => [
    ...step.overwrites,
    ...disksAmong(step.appends),
    ...(effect?.writesOver ?? []),
  ]);
  if (found.length > 0) return verdict(id, fine, "command.writesOverFile", found);
  if (!readWhole) return notRun(id, fine, { key: "command.commandCantBeRead" });
  const unknown = variables.some(steers) ? steps : steps.filter((one) => !isKnown(one));
  return unknown.length === 0 ? passed(id, fine) : notKnownOf(id, fine, unknown.map(nameOf), "command.notKnownWhatIsWritten");
}

function isKnown(one: ReadStep): boolean {
  return isRead(one) && (one.step.words.length === 0 || (one.effect !== null && one.effect.writesOver !== null));
}

/** What holds nothing of what it held afterwards: a disk that is written to, a file that is shredded. */
export function wipedBy(steps: readonly ReadStep[]): readonly string[] {
  const wiped = steps.flatMap(({ step, effect }) => {
    const over = effect?.writesOver ?? [];
    const written = [...step.overwrites, ...step.appends, ...over];
    return effect?.wipes === true ? over : disksAmong(written);
  });
  return [...new Set(wiped)];
}
