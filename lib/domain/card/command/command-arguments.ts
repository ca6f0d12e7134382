import { isJsonObject, type Json, type JsonObject } from "../../json";
import { plainKey } from "../../policy/derived-amount";
import { ArgumentTaker } from "../argument-taker";
import type { CardInput } from "../card";
import { environmentArguments } from "../environment-arguments";

/** What a call runs, where and as whom, as its arguments spell it. */
export interface CommandArguments {
  /** A text for a shell, or a list of exact words; null when no argument, or more than one, holds it. */
  readonly command: string | readonly string[] | null;
  readonly directory: string | null;
  readonly identity: string | null;
  readonly host: string | null;
  /** Variables that are set for it. */
  readonly variables: readonly (readonly [string, string])[];
  /** Where it runs, or as whom, under a second name: it is among `others` as well. */
  readonly twice: readonly string[];
  /** Arguments that none of the above speaks for: they are shown too. */
  readonly others: JsonObject;
}

const COMMAND = "command cmd argv commandline";
/** A list of these is a line each, as pipelines write them. */
const SCRIPT = "script shell bash";
/** Says of exact words that a shell gets them in one line. */
const IN_SHELL = "shell useshell inshell runinshell";
const DIRECTORY = "cwd workingdirectory workdir directory dir";
const IDENTITY = "user runas identity as serviceaccount";
const HOST = "host hostname machine server";
export const PLAN = "plan planoutput plansummary dryrun dryrunoutput";
export const DOWNTIME = "downtime expecteddowntime downtimeexpected";
export const ROLLBACK = "rollback rollbackcommand revertcommand undocommand";

/** `call` without the other arguments that are exactly `said`: those have a place of their own. */
export function besides(call: CommandArguments, said: (key: string, value: Json) => boolean): CommandArguments {
  return {
    ...call,
    others: Object.fromEntries(Object.entries(call.others).filter(([key, value]) => !said(plainKey(key), value))),
  };
}

/** Reads what a call runs. Total: what a field does not plainly say stays null, and is shown as it is. */
export function commandArguments({ action }: CardInput): CommandArguments {
  const environments = new Set(environmentArguments(action.arguments).map(([key]) => key));
  const taker = new ArgumentTaker(Object.fromEntries(Object.entries(action.arguments).filter(([key]) => !environments.has(key))));
  const commands: readonly (string | readonly string[])[] = [
    ...taker.each(COMMAND, (value) => textOf(value) ?? wordsOf(value)),
    ...taker.each(SCRIPT, (value) => textOf(value) ?? wordsOf(value)?.join("\n") ?? null),
  ];
  const [command = null] = commands;
  const extra = typeof command === "string" && !/\s/u.test(command) ? taker.value("args arguments", wordsOf) : null;
  const variables = taker.each("env environment variables environmentvariables envvars", (value) =>
    isJsonObject(value) ? Object.entries(value) : null,
  );
  const [directory, identity, host] = [DIRECTORY, IDENTITY, HOST].map((names) => taker.text(names));
  return {
    command: commands.length === 1 ? commandOf(command, extra, taker.left(IN_SHELL).includes(true)) : null,
    directory: directory ?? null,
    identity: identity ?? null,
    host: host ?? null,
    variables: variables
      .flat()
      .map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)] as const),
    twice: taker.twice(DIRECTORY, IDENTITY, HOST),
    others: taker.others(),
  };
}

function commandOf(
  command: string | readonly string[] | null,
  extra: readonly string[] | null,
  inShell: boolean,
): CommandArguments["command"] {
  const words = typeof command === "string" && extra !== null ? [command, ...extra] : command;
  return inShell && typeof words === "object" && words !== null ? words.join(" ") : words;
}

function textOf(value: Json): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

function wordsOf(value: Json): readonly string[] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const words = value.filter((word): word is string => typeof word === "string");
  return words.length === value.length ? words : null;
}
