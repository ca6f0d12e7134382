import { ahead } from "../ahead";
import type { Json } from "../../json";
import type { Card, CardInput, Diff, Fact, FieldChange, Span, TextLine } from "../card";
import { environmentDecisive, environmentFact, environmentOf, type Environment } from "../environment-of";
import { fact, finishCard, subjectWords } from "../finish-card";
import { humanValue } from "../human-value";
import { counted } from "../counted";
import { spansText } from "../headline-text";
import { capitalised, humanField } from "../human-words";
import { rowsOf } from "../record/field-diff";
import { fieldsDiff } from "../record/fields-diff";
import { asIs, type Saying } from "../said";
import { saidTwice } from "../said-twice";
import { sameJson } from "../same-json";
import { sentValue } from "../sent-value";
import { added, plain, valued, visible } from "../spans";
import { readTool } from "../tool/read-tool";
import { besides, commandArguments, DOWNTIME, PLAN, ROLLBACK, type CommandArguments } from "./command-arguments";
import { commandChecks } from "./command-checks";
import { namedEnvironments } from "./named-environments";
import { effect, objects } from "./command-effect";
import { planFacts, planRows, saysOnlyFigures, sentPlan } from "./plan";
import { planChecks } from "./plan-checks";
import { wipedBy } from "./overwrite-check";
import { identitiesOf, type ReadStep } from "./read-step";
import { exactStep, parseCommand, type ParsedCommand, type Step } from "./parse-command";
import { commandReader } from "./readers/command-reader";
import { unwrap } from "./unwrap";

const ROLLBACK_LENGTH = 300;

/** The card of a command: what it does, where, and as whom. Every command in it is a step of its own. Never throws. */
export function readCommand(input: CardInput): Card {
  const call = besides(commandArguments(input), factsSay(input));
  // Two texts that could both be meant are not read at all.
  if (call.command === null) return readTool(input, ["command.unread.argument"]);
  const parsed = parsedOf(call.command);
  const { steps: unwrapped, problems } = unwrap(parsed);
  const steps: readonly ReadStep[] = unwrapped.map((one) => ({ ...one, effect: effectOf(one.step) }));
  const environment = environmentOf(
    input,
    steps.flatMap(({ step, host }) => [...namedEnvironments(step), ...hostEnvironments(host)]),
  );
  const unreadable: readonly Saying[] =
    steps.length === 0 && problems.length === 0 ? ["command.unread.nothing"] : problems.map(asIs);
  const known = unreadable.length === 0 && steps.every(({ effect }) => effect !== null);
  return finishCard(input, {
    headline: [
      ...ahead(input.action.name),
      ...(unreadable.length > 0 ? plain("Run unreadable command") : headline(steps)),
      ...place(environment, steps, call),
    ],
    facts: [...facts(steps, call, environment, parsed), ...planFacts(input)],
    diff: diff(parsed, call, planRows(input)),
    checks: [
      ...commandChecks(steps, call, environment, unreadable.length === 0),
      ...planChecks(input, steps, call),
      ...saidTwice(call.twice),
    ],
    undo: undo(steps, unreadable, sentValue(input, ROLLBACK)),
    // What nobody wrote a reader for leaves two questions open: what it does, and whether that is right. So does what wipes a disk:
    // whether it is right, and whether anything on it is still needed.
    openQuestions: known && wipedBy(steps).length === 0 ? 1 : 2,
    unreadable,
    decisive: environmentDecisive(environment),
    environments: environment.names,
  });
}

/** What a fact says whole: a plan that is only figures, and how long something is away. */
function factsSay(input: CardInput): (key: string, value: Json) => boolean {
  const [plan, downtime] = [sentPlan(input), sentValue(input, DOWNTIME)];
  return (key, value) => {
    if (PLAN.split(" ").includes(key)) return plan !== null && saysOnlyFigures(plan) && sameJson(value, plan);
    return DOWNTIME.split(" ").includes(key) && value === downtime && (typeof value === "string" || typeof value === "number");
  };
}

function parsedOf(command: string | readonly string[]): ParsedCommand {
  if (typeof command === "string") return parseCommand(command);
  return { steps: [exactStep(command)], problems: [] };
}

/** A command that only looks still writes where its output goes. */
function effectOf({ words: [name = "", ...words], overwrites, appends }: Step): ReadStep["effect"] {
  const read = commandReader(name)?.(words) ?? null;
  if (read?.reads !== true || overwrites.length + appends.length === 0) return read;
  return effect(overwrites.length > 0 ? "Write over" : "Add to", objects([...overwrites, ...appends]), {
    destroys: overwrites.length > 0,
    writesOver: [],
  });
}

function hostEnvironments(host: string | null): readonly string[] {
  return host === null ? [] : namedEnvironments({ ...exactStep(["ssh", host]) });
}

function place({ name }: Environment, steps: readonly ReadStep[], call: CommandArguments): readonly Span[] {
  const host = call.host ?? steps.find((step) => step.host !== null)?.host ?? null;
  const on = host === null ? [] : [...plain(" on "), ...valued(host)];
  return name === null ? on : [...on, ...plain(" ("), ...valued(name), ...plain(")")];
}

/** The most consequential step in words, and how many others there are. */
function headline(steps: readonly ReadStep[]): readonly Span[] {
  const unknown = steps.find(({ effect }) => effect === null);
  const main =
    steps.find(({ effect }) => effect?.destroys === true) ??
    unknown ??
    steps.find(({ effect }) => effect?.reads === false) ??
    steps[0];
  if (main === undefined) return plain("Run nothing");
  const others = steps.length - 1;
  const more = others === 0 ? [] : plain(`, and ${counted(others, "more step")}`);
  return [...sentence(main), ...more];
}

function sentence({ step, effect }: ReadStep): readonly Span[] {
  if (effect === null)
    return [...plain("Run "), ...valued(step.words[0] ?? step.raw), ...plain(step.words.length > 1 ? " …" : "")];
  const object = effect.object === null ? [] : [...plain(" "), ...valued(effect.object)];
  return [...plain(effect.says), ...object, ...(effect.rest === null ? [] : [...plain(" "), ...valued(effect.rest)])];
}

/** One step is a fact; several are lines of their own. */
function facts(
  steps: readonly ReadStep[],
  call: CommandArguments,
  environment: Environment,
  parsed: ParsedCommand,
): readonly Fact[] {
  const [only, ...others] = parsed.steps;
  const users = [...new Set([call.identity, ...steps.flatMap(identitiesOf)].filter((user) => user !== null))];
  const single = only !== undefined && others.length === 0 && parsed.problems.length === 0;
  return [
    ...environmentFact(environment),
    ...(single ? [fact("command.command", valued(only.raw), { technical: true })] : []),
    ...(users.length === 0
      ? []
      : [fact("face.as", valued(users.join(", ")), { technical: true, alarming: users.includes("root") })]),
    ...(call.directory === null ? [] : [fact("command.in", valued(call.directory), { technical: true })]),
    ...variablesFact(call),
  ];
}

function variablesFact({ variables }: CommandArguments): readonly Fact[] {
  if (variables.length === 0) return [];
  return [fact("command.variables", valued(variables.map(([name, value]) => `${name}=${value}`).join(" ")), { technical: true })];
}

/** Several steps one a line, in order; a text that could not be read as it was sent. Other arguments come last. */
function diff({ steps, problems }: ParsedCommand, call: CommandArguments, planned: readonly FieldChange[]): Diff | null {
  const others = Object.entries(call.others);
  if (steps.length === 1 && problems.length === 0) {
    const subject = planned.length === 0 ? "face.otherArguments" : "command.planAsSent";
    const rows = [...planned, ...rowsOf({}, call.others)];
    return rows.length === 0 ? null : fieldsDiff(rows, {}, subject);
  }
  const whole = typeof call.command === "string" ? call.command : (call.command ?? []).join(" ");
  const asSent = problems.length > 0 || steps.length === 0;
  const texts = asSent ? whole.split("\n") : steps.map(({ joint, raw }) => (joint === "" ? raw : `${joint} ${raw}`));
  const resources = planned.map(({ field, before, after }) => `${field} ${spansText([...before, ...after])}`);
  const lines = [
    ...texts,
    ...resources,
    ...others.map(([key, value]) => `${capitalised(humanField(key))}: ${humanValue(value, key)}`),
  ];
  return {
    type: "text",
    ...subjectWords(asSent ? "command.asSent" : "command.stepsInOrder"),
    lines: lines.map((text): TextLine => ({ change: "added", spans: added(text) })),
    more: { count: 0, unlike: 0 },
  };
}

function undo(steps: readonly ReadStep[], unreadable: readonly Saying[], sent: Json | null): Saying {
  const wiped = wipedBy(steps);
  if (wiped.length > 0) return { key: "command.undo.wiped", values: { targets: visible(objects(wiped) ?? "") } };
  if (unreadable.length > 0) return "command.undo.unread";
  if (steps.every(({ effect }) => effect?.reads === true)) return "command.undo.looks";
  const changes = steps.filter(({ effect }) => effect?.reads !== true);
  const back = changes.map(({ effect }) => effect?.rollback ?? null);
  const known = back.filter((command) => command !== null);
  if (known.length === changes.length) {
    return { key: "command.undo.rollback", values: { commands: visible(known.toReversed().join(" && ")) } };
  }
  const emptied = changes.flatMap(({ effect }) => effect?.deletesAt ?? []);
  if (emptied.length > 0) return { key: "command.undo.deletes", values: { targets: visible(objects(emptied) ?? "") } };
  if (typeof sent === "string" && sent.trim() !== "") {
    return { key: "command.undo.rollbackSent", values: { commands: visible(sent.slice(0, ROLLBACK_LENGTH)) } };
  }
  return "command.undo.none";
}
