import type { CardInput, Check } from "../card";
import { failed, notRun, passed } from "../finish-card";
import { humanValue } from "../human-value";
import { few, instantOf, sentValue } from "../sent-value";
import type { CommandArguments } from "./command-arguments";
import type { ReadStep } from "./read-step";
import { planFigures, sentPlan } from "./plan";

/** Programs that work out what they would change, and can be asked for it beforehand. */
const PLANS = /^(?:terraform|tofu|terragrunt|pulumi|ansible-playbook|helm|cdk)$/u;
const WIDE = /^(?:\/|~\/?|\$HOME\/?|\.\.\/?)$/u;

/** What was sent about the state that a command meets: a plan, a freeze, who is on call, the folder it runs in. */
export function planChecks(input: CardInput, steps: readonly ReadStep[], call: CommandArguments): readonly Check[] {
  const changes = steps.filter(({ effect }) => effect?.reads !== true);
  if (changes.length === 0) return [];
  return [...plan(input, changes), ...freeze(input), ...onCall(input), ...directory(call), ...rollback(changes)];
}

function plan(input: CardInput, changes: readonly ReadStep[]): readonly Check[] {
  const says = "command.planDestroysAndReplacesNothing";
  const sent = sentPlan(input);
  const planned = changes.some(({ step }) => PLANS.test(step.words[0]?.split("/").at(-1) ?? ""));
  if (sent === null) return planned ? [notRun("plan", says, { key: "command.noPlanWasSent" })] : [];
  const figures = planFigures(sent);
  if (figures === null) return [notRun("plan", says, { key: "command.planCantBeRead" })];
  const { destroyed, replaced } = figures;
  if (destroyed + replaced === 0) return [passed("plan", "command.planDestroysAndReplacesNothingAs")];
  return [
    failed("plan", "command.planDestroysOrReplaces", {
      key: "command.destroyedDestroyedReplacedReplaced",
      values: { destroyed, replaced },
    }),
  ];
}

/** Says nothing where no freeze was sent. */
function freeze(input: CardInput): readonly Check[] {
  const sent = sentValue(input, "changefreeze freeze freezeuntil codefreeze");
  if (sent === null) return [];
  const until = instantOf(sent);
  if (sent === false || (until !== null && until <= input.at)) return [passed("freeze", "command.noChangeFreezeAsSent")];
  return [failed("freeze", "command.changesAreFrozen", sent === true ? null : humanValue(sent, "freeze"))];
}

/** Says nothing where it was not sent whether somebody is. */
function onCall(input: CardInput): readonly Check[] {
  const sent = sentValue(input, "oncall oncallperson oncallengineer");
  if (sent === null) return [];
  const nobody = sent === false || sent === "" || (Array.isArray(sent) && sent.length === 0);
  return [nobody ? failed("on-call", "command.nobodyIsOnCall") : passed("on-call", "command.somebodyIsOnCallAs")];
}

function directory({ directory: named }: CommandArguments): readonly Check[] {
  if (named === null) return [];
  if (WIDE.test(named.trim())) return [failed("directory", "command.runsInRootOrHome", few([named]))];
  return [passed("directory", "command.runsInFolderItsOwn")];
}

/** Where none is known the card says so below the checks; here it is only told that one is. */
function rollback(changes: readonly ReadStep[]): readonly Check[] {
  const known = changes.every(({ effect }) => (effect?.rollback ?? null) !== null);
  return known ? [passed("rollback", "command.wayBackIsKnown")] : [];
}
