import type { Check } from "../card";
import type { CheckSays } from "../check-texts";
import { environmentCheck, type Environment } from "../environment-of";
import { notRun } from "../finish-card";
import type { CommandArguments } from "./command-arguments";
import { credentialWords } from "./credential-words";
import { expandsItself, fetchesFrom, installs } from "./fetched";
import { overwrites } from "./overwrite-check";
import { identitiesOf, isRead, nameOf, notKnownOf, steers, verdict, type ReadStep } from "./read-step";

const SECRET_NAME = /(?:^|_)(?:PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|ACCESS_KEY|PRIVATE_KEY)(?:_|$)/iu;
const FETCHES = /^(?:curl|wget|fetch|nc|ncat)$/u;
const RUNS = /^(?:(?:ba|da|z|k)?sh|python\d?|node|perl|ruby|php|eval|source)$/u;
/** A root, a home, a folder above, or a folder right below the root. */
const WIDE = /^(?:\/[^/]*\/?|~\/?[^/]*|\.{1,2}\/?|\$HOME\/?|\$\{HOME\}\/?|(?:\.\.\/)+[^/]*|\*|\/\*)$/u;

/** What the machine can say about a command from its words alone. */
export function commandChecks(
  steps: readonly ReadStep[],
  call: CommandArguments,
  environment: Environment,
  readWhole: boolean,
): readonly Check[] {
  const named = environmentCheck(environment);
  const words = [
    remoteScript(steps),
    wildcard(steps),
    credential(steps, call),
    identity(steps),
    variables(steps, call),
    filledIn(steps),
  ];
  return [
    ...(readWhole ? named : []),
    ...reaches(steps, call, readWhole),
    overwrites(steps, call, readWhole),
    ...(readWhole ? words : unread("words", "command.nothingInWordsStandsOut", [...named, ...words])),
  ];
}

/** What a program does with its words is known of those alone that somebody wrote a reader for: of others nothing is said to be fine. */
function reaches(steps: readonly ReadStep[], { variables: given }: CommandArguments, readWhole: boolean): readonly Check[] {
  const checks = [forced(steps), recursive(steps), widePath(steps)];
  const [id, fine] = ["reach", "command.notForcedAndReachesOnly"] as const;
  if (!readWhole) return unread(id, fine, checks);
  const unknown = given.some(steers) ? steps : steps.filter((one) => !isRead(one));
  if (unknown.length === 0) return checks;
  return [...failuresOf(checks), notKnownOf(id, fine, unknown.map(nameOf), "command.notKnownWhatIsDone")];
}

/** Of what could not be read whole: what was found all the same, and that the rest could not be looked at. */
function unread(id: string, fine: CheckSays, checks: readonly Check[]): readonly Check[] {
  return [...failuresOf(checks), notRun(id, fine, { key: "command.commandCantBeRead" })];
}

function failuresOf(checks: readonly Check[]): readonly Check[] {
  return checks.filter(({ state }) => state === "failed");
}

function remoteScript(steps: readonly ReadStep[]): Check {
  const at = steps.findIndex((step) => FETCHES.test(nameOf(step)));
  const runs = at === -1 ? [] : steps.slice(at + 1).filter((step) => RUNS.test(nameOf(step)));
  const around =
    at === -1 ? [] : steps.slice(0, at).filter((step) => RUNS.test(nameOf(step)) && steps[at]?.step.joint.endsWith("( )"));
  const found = [...runs, ...around, ...steps.filter(fetchesFrom)].map(nameOf);
  const [id, fine] = ["remote-script", "command.runsNothingFetchedFromNetwork"] as const;
  // What a package runs when it is put in is known to nobody here.
  const packages = found.length === 0 ? steps.filter(installs).map(nameOf) : [];
  if (packages.length > 0) return notKnownOf(id, fine, packages, "command.notKnownWhatIsDone");
  return verdict(id, fine, "command.runsWhatItFetchesFrom", found);
}

function wildcard(steps: readonly ReadStep[]): Check {
  const found = steps.filter(
    (one) =>
      one.effect?.reads !== true &&
      (one.step.wildcard || expandsItself(one) || one.step.words.some((word) => word === "--all" || word === "--all-namespaces")),
  );
  return verdict(
    "wildcard",
    "command.noWildcard",
    "command.wildcardDecidesWhatItReaches",
    found.map(({ step }) => step.raw.slice(0, 80)),
  );
}

function forced(steps: readonly ReadStep[]): Check {
  return verdict(
    "force",
    "command.notForced",
    "command.skipsCommandsOwnQuestions",
    steps.filter(({ effect }) => effect?.forced === true).map(nameOf),
  );
}

function recursive(steps: readonly ReadStep[]): Check {
  const found = steps.filter(({ effect }) => effect?.recursive === true);
  return verdict(
    "recursive",
    "command.reachesOnlyWhatItNames",
    "command.reachesEverythingBelow",
    found.map(({ effect, step }) => effect?.object ?? step.raw),
  );
}

function widePath(steps: readonly ReadStep[]): Check {
  const found = steps.flatMap(({ effect, step }) =>
    effect?.destroys === true || effect?.recursive === true ? step.words.slice(1).filter((word) => WIDE.test(word)) : [],
  );
  return verdict("wide-path", "command.noWholeFolderTreeOr", "command.reachesWholeFolderTreeOr", found);
}

/** Names only: a credential is never shown. What has a form of its own is found by the scan of the payload. */
function credential(steps: readonly ReadStep[], { variables }: CommandArguments): Check {
  const set = [...steps.flatMap(({ step }) => step.assignments), ...variables].filter(
    ([name, value]) => value !== "" && SECRET_NAME.test(name),
  );
  return verdict("credential", "command.noCredentialInWords", "command.carriesCredential", [
    ...steps.flatMap(({ step }) => credentialWords(step)),
    ...set.map(([name]) => name),
  ]);
}

function variables(steps: readonly ReadStep[], call: CommandArguments): Check {
  const set = [...steps.flatMap(({ step }) => step.assignments), ...call.variables];
  return verdict(
    "variables",
    "command.noVariableChangesWhatRuns",
    "command.variableCanChangeWhatRuns",
    set.filter(steers).map(([name]) => name),
  );
}

function identity(steps: readonly ReadStep[]): Check {
  return verdict("identity", "command.runsAsAgentsOwnUser", "command.runsAsAnotherUser", steps.flatMap(identitiesOf));
}

function filledIn(steps: readonly ReadStep[]): Check {
  return verdict(
    "fixed",
    "command.everyWordIsFixed",
    "command.wordsAreFilledInOnly",
    steps.flatMap(({ step }) => step.filledIn),
  );
}
