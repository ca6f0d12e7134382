import { flagsOf } from "./flags";
import { parseCommand, type ParsedCommand, type Step } from "./parse-command";

/** A step without what only says how it is run, and who and where that makes it. */
export interface Unwrapped {
  readonly step: Step;
  /** `root`, from sudo; null when nothing says. */
  readonly identity: string | null;
  readonly host: string | null;
}

/** Steps down to what really runs. */
export interface UnwrappedCommand {
  readonly steps: readonly Unwrapped[];
  readonly problems: readonly string[];
}

const SHELL = /^(?:\/(?:usr\/)?bin\/)?(?:ba|da|z|k)?sh$/u;
const INTERPRETER = /^(?:\/(?:usr\/)?bin\/)?(?:python\d?(?:\.\d+)?|node|perl|ruby|php)$/u;
/** Runs what its words or its input say, which is not shown. */
const OPAQUE = new Set(["eval", "xargs", "source", ".", "parallel", "watch", "at", "crontab", "osascript", "trap"]);
/** Run the words after their own flags and variables. */
const BEFORE = new Set(["env", "nohup", "time", "exec", "nice", "command"]);
const LAYERS_MAX = 6;
const SUDO_VALUES = "-u --user -g --group -h --host -p -C -D";
/** Settings of `ssh` that are a command on this side. */
const RUNS_HERE = /(?:Proxy|Local|KnownHosts)Command/iu;
const SSH_VALUES = "-i -p -l -o -F -J -L -R -D -b -c -e -I -m -O -Q -S -W -w";

/** Looks through `sudo`, `env`, `nohup`, `sh -c` and `ssh` at what they run; what cannot be looked into is a problem. */
export function unwrap({ steps, problems }: ParsedCommand, depth = 0): UnwrappedCommand {
  const found: Unwrapped[] = [];
  const trouble = new Set(problems);
  for (const step of steps) {
    const inner = unwrapStep({ step, identity: null, host: null }, depth);
    found.push(...inner.steps);
    for (const problem of inner.problems) trouble.add(problem);
  }
  return { steps: found, problems: [...trouble] };
}

function unwrapStep(one: Unwrapped, depth: number): UnwrappedCommand {
  const [name = "", ...words] = one.step.words;
  if (depth > LAYERS_MAX) return { steps: [one], problems: ["command: nested too deep"] };
  if (name === "sudo" || name === "doas") {
    const rest = afterFlags(words, SUDO_VALUES);
    const identity = flagsOf(words.slice(0, words.length - rest.length), SUDO_VALUES).value("-u", "--user") ?? "root";
    return inside({ ...one, identity }, rest, depth);
  }
  if (BEFORE.has(name)) return inside(...withoutVariables(one, afterFlags(words, "-u -n -C")), depth);
  if (name === "ssh") {
    const [host = "", ...rest] = afterFlags(words, SSH_VALUES);
    if (words.slice(0, words.length - rest.length).some((word) => RUNS_HERE.test(word)))
      return opaque(one, "a program that is not shown");
    return rest.length === 0 ? opaque(one, "a session on another machine") : nested({ ...one, host }, rest.join(" "), depth);
  }
  if (SHELL.test(name)) return shell(one, words, depth);
  if (INTERPRETER.test(name)) return opaque(one, "a program that is not shown");
  return OPAQUE.has(name) ? opaque(one, `what ${name} runs`) : { steps: [one], problems: [] };
}

function shell(one: Unwrapped, words: readonly string[], depth: number): UnwrappedCommand {
  const at = words.findIndex((word) => /^-[a-z]*c$/u.test(word));
  const script = at === -1 ? undefined : words[at + 1];
  if (script !== undefined) return nested(one, script, depth);
  return opaque(one, one.step.piped ? "what is piped into a shell" : "a script that is not shown");
}

/** `env A=b name …`: the variables are the step’s own, as if written before its name. */
function withoutVariables(one: Unwrapped, words: readonly string[]): readonly [Unwrapped, readonly string[]] {
  const first = words.findIndex((word) => !/^[A-Za-z_]\w*=/u.test(word));
  const set = (first === -1 ? words : words.slice(0, first)).map((word) => {
    const equals = word.indexOf("=");
    return [word.slice(0, equals), word.slice(equals + 1)] as const;
  });
  const step = { ...one.step, assignments: [...one.step.assignments, ...set] };
  return [{ ...one, step }, first === -1 ? [] : words.slice(first)];
}

function inside(one: Unwrapped, words: readonly string[], depth: number): UnwrappedCommand {
  if (words.length === 0) return opaque(one, "a command that is not named");
  return unwrapStep({ ...one, step: { ...one.step, words } }, depth + 1);
}

/** The script inside a step; its raw text stays the outer one’s, which shows all of it. */
function nested(one: Unwrapped, script: string, depth: number): UnwrappedCommand {
  if (one.step.filledIn.length > 0) return opaque(one, "a script that is made up when it runs");
  const inner = unwrap(parseCommand(script, depth + 1), depth + 1);
  const steps = inner.steps.map(({ step, identity, host }) => ({
    step,
    identity: identity ?? one.identity,
    host: host ?? one.host,
  }));
  return steps.length === 0 ? opaque(one, "an empty script") : { steps, problems: inner.problems };
}

function opaque(one: Unwrapped, what: string): UnwrappedCommand {
  return { steps: [one], problems: [`command: ${what}`] };
}

function afterFlags(words: readonly string[], valued: string): readonly string[] {
  const takesValue = new Set(valued.split(" "));
  let at = 0;
  while (words[at]?.startsWith("-") === true) at += takesValue.has(words[at] ?? "") ? 2 : 1;
  return words.slice(at);
}
