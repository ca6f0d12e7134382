import { isJsonObject, type Json, type JsonObject } from "../../json";
import { plainKey } from "../../policy/derived-amount";
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
  /** Arguments that none of the above speaks for: they are shown too. */
  readonly others: JsonObject;
}

const COMMAND = new Set(["command", "cmd", "argv", "script", "commandline", "shell", "bash"]);
const WORDS = new Set(["args", "arguments"]);
const DIRECTORY = new Set(["cwd", "workingdirectory", "workdir", "directory", "dir"]);
const IDENTITY = new Set(["user", "runas", "identity", "as", "serviceaccount"]);
const HOST = new Set(["host", "hostname", "machine", "server"]);
const VARIABLES = new Set(["env", "environment", "variables", "environmentvariables", "envvars"]);

/** Reads what a call runs. Total: what a field does not plainly say stays null, and is shown as it is. */
export function commandArguments({ action }: CardInput): CommandArguments {
  const used = new Set(environmentArguments(action.arguments).map(([key]) => key));
  const take = (keys: ReadonlySet<string>, reads: (value: Json) => boolean): readonly Json[] =>
    Object.entries(action.arguments).flatMap(([key, value]) => {
      if (!keys.has(plainKey(key)) || used.has(key) || !reads(value)) return [];
      used.add(key);
      return [value];
    });
  const isText = (value: Json): boolean => typeof value === "string" && value.trim() !== "";
  const commands = take(COMMAND, (value) => isText(value) || wordsOf(value) !== null);
  const [command] = commands;
  const extra = typeof command === "string" && !/\s/u.test(command) ? take(WORDS, (value) => wordsOf(value) !== null) : [];
  const text = (keys: ReadonlySet<string>): string | null => textOf(take(keys, isText)[0]);
  const variables = take(VARIABLES, isJsonObject).flatMap((value) => (isJsonObject(value) ? Object.entries(value) : []));
  return {
    command: commands.length === 1 ? commandOf(command, extra[0]) : null,
    directory: text(DIRECTORY),
    identity: text(IDENTITY),
    host: text(HOST),
    variables: variables.map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)] as const),
    others: Object.fromEntries(Object.entries(action.arguments).filter(([key]) => !used.has(key))),
  };
}

function commandOf(command: Json | undefined, extra: Json | undefined): string | readonly string[] | null {
  if (typeof command !== "string") return wordsOf(command);
  const words = wordsOf(extra);
  return words === null ? command : [command, ...words];
}

function wordsOf(value: Json | undefined): readonly string[] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const words = value.filter((word): word is string => typeof word === "string");
  return words.length === value.length ? words : null;
}

function textOf(value: Json | undefined): string | null {
  return typeof value === "string" ? value : null;
}
