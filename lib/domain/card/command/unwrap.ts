import { flagsOf, valuesApart } from "./flags";
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
/** Run the words after their own flags and variables: the flags that only say how, and those of them that take a value. Any other may run something else. */
const BEFORE: ReadonlyMap<string, readonly [alone: RegExp, valued: string]> = new Map([
  ["env", [/^(?:-i|-|--ignore-environment|--unset=\w+)$/u, "-u -C"]],
  ["nohup", [/^$/u, ""]],
  ["time", [/^-p$/u, ""]],
  ["exec", [/^$/u, ""]],
  ["nice", [/^(?:-\d+|-n-?\d+|--adjustment=-?\d+)$/u, "-n"]],
  ["command", [/^-p$/u, ""]],
] as const);
/** Run it as somebody else, by words of their own. */
const AS_ANOTHER = new Set(["su", "runuser", "pkexec", "gosu", "su-exec", "setpriv", "chroot", "machinectl"]);
/** Before `-c`: letters that change how a script is read, and not which; `-o` names one more. `-i` and long flags may read another script first. */
const SHELL_FLAGS = /^[-+][abefhklmnptuvxBCEHP]+$/u;
const SHELL_OPTION = /^[-+][abefhklmnptuvxBCEHP]*o$/u;
const SHELL_SCRIPT = /^-[abefhklmnptuvxBCEHP]*c$/u;
const LAYERS_MAX = 6;
const SUDO_VALUES = "-u --user -g --group -h --host -p -C -D";
/** Settings of `ssh` that are a command, a library or a way in on this side; and flags that are, or that name a file of such settings. */
const RUNS_HERE =
  /(?:Proxy|Local|KnownHosts)Command|PKCS11Provider|SecurityKeyProvider|XAuthLocation|(?:Local|Remote|Dynamic)Forward|Tunnel/iu;
const OPENS_HERE = new Set(["-F", "-I", "-E", "-L", "-R", "-D", "-W", "-w", "-O", "-S"]);
/** Other roots and programs that `sudo` runs before or instead. */
const SUDO_OTHER = /^(?:-R|-[A-Za-z]*[eA]|--(?:chroot|edit|askpass)(?:=.*)?)$/u;
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
    if (words.slice(0, words.length - rest.length).some((word) => SUDO_OTHER.test(word))) return opaque(one, `what ${name} runs`);
    const identity = flagsOf(words.slice(0, words.length - rest.length), SUDO_VALUES).value("-u", "--user") ?? "root";
    return inside({ ...one, identity }, rest, depth);
  }
  const before = BEFORE.get(name);
  if (before !== undefined) {
    const rest = afterKnown(words, ...before);
    return rest === null ? opaque(one, `what ${name} runs`) : inside(...withoutVariables(one, rest), depth);
  }
  if (name === "ssh") return remote(one, words, depth);
  if (AS_ANOTHER.has(name)) {
    const user = words.find((word) => !word.startsWith("-")) ?? "root";
    return opaque({ ...one, identity: user }, `what ${name} runs`);
  }
  if (SHELL.test(name)) return shell(one, words, depth);
  if (INTERPRETER.test(name)) return opaque(one, "a program that is not shown");
  return OPAQUE.has(name) ? opaque(one, `what ${name} runs`) : { steps: [one], problems: [] };
}

function remote(one: Unwrapped, words: readonly string[], depth: number): UnwrappedCommand {
  const [host = "", ...rest] = afterFlags(words, SSH_VALUES);
  const flags = valuesApart(words.slice(0, words.length - rest.length), SSH_VALUES);
  if (flags.some((word) => RUNS_HERE.test(word) || OPENS_HERE.has(word))) return opaque(one, "a program that is not shown");
  if (rest.length === 0) return opaque(one, "a session on another machine");
  // Whoever it is there, it is somebody who was named.
  const login = flags[flags.indexOf("-l") + 1];
  const user = flags.includes("-l") && login !== undefined ? login : (/^([^@]+)@/u.exec(host)?.[1] ?? null);
  return nested({ ...one, host, identity: user ?? one.identity }, rest.join(" "), depth);
}

/** What `sh -c` runs; a file that it reads, before that or instead, is not shown. */
function shell(one: Unwrapped, words: readonly string[], depth: number): UnwrappedCommand {
  let at = 0;
  while (SHELL_FLAGS.test(words[at] ?? "") || SHELL_OPTION.test(words[at] ?? ""))
    at += SHELL_OPTION.test(words[at] ?? "") ? 2 : 1;
  const script = SHELL_SCRIPT.test(words[at] ?? "") ? words[at + 1] : undefined;
  if (script !== undefined && !/^[-+]/u.test(script)) return nested(one, script, depth);
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

/** The words after flags that are known; null where one is not. */
function afterKnown(words: readonly string[], alone: RegExp, valued: string): readonly string[] | null {
  const rest = afterFlags(words, valued);
  const takesValue = new Set(valued.split(" ").filter((flag) => flag !== ""));
  const flags = words.slice(0, words.length - rest.length);
  const known = flags.every((word, at) => alone.test(word) || takesValue.has(word) || takesValue.has(flags[at - 1] ?? ""));
  return known ? rest : null;
}

function afterFlags(words: readonly string[], valued: string): readonly string[] {
  const takesValue = new Set(valued.split(" "));
  let at = 0;
  while (words[at]?.startsWith("-") === true) at += takesValue.has(words[at] ?? "") ? 2 : 1;
  return words.slice(at);
}
