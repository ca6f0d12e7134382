import { nameOf, type ReadStep } from "./read-step";

/** Programs that run or put in place what they are given, wherever it lies. */
const TAKES = /^(?:kubectl|oc|helm|pip3?|npm|pnpm|yarn|gem|apt|apt-get|yum|dnf|brew|docker|podman|terraform|tofu)$/u;
const PACKAGES = /^(?:pip3?|npm|pnpm|yarn|gem|apt|apt-get|yum|dnf|brew)$/u;
const ADDRESS = /(?:^|[=@])(?:git\+)?(?:https?|ftp|git|ssh|oci|s3|gs):\/\/|^git@[^:]+:|^github:/iu;
/** Where a program asks, and sends to, and no more than that. */
const ASKS_AT = /^--?(?:server|registry-mirror|host|address|endpoint-url)(?:=|$)/u;
/** Programs that make several of a word with a sign in it, quoted or not. */
const EXPANDS: ReadonlyMap<string, RegExp> = new Map([
  ...["gsutil", "systemctl", "yum", "dnf", "apt", "apt-get", "git", "unzip"].map((name) => [name, /[*?[]/u] as const),
  ...["scp", "rsync"].map((name) => [name, /:[^:]*[*?[]/u] as const),
  ["curl", /[{[]/u],
]);

/** Whether a step runs or puts in place what lies at an address that it names. */
export function fetchesFrom(one: ReadStep): boolean {
  if (!TAKES.test(nameOf(one)) || one.effect?.reads === true || one.effect?.says === "Publish") return false;
  const { words } = one.step;
  return words.some((word, at) => ADDRESS.test(word) && !ASKS_AT.test(word) && !ASKS_AT.test(words[at - 1] ?? ""));
}

/** Whether a step takes packages from a registry. */
export function installs(one: ReadStep): boolean {
  return PACKAGES.test(nameOf(one)) && one.effect?.says === "Install";
}

/** Whether the program itself makes several of what is named: then quotes keep nothing together. A pattern of `pkill` is never a name. */
export function expandsItself(one: ReadStep): boolean {
  const name = nameOf(one);
  if (name === "pkill") return true;
  const { words } = one.step;
  if (name === "killall") return words.some((word) => /^(?:-[a-zA-Z]*r|--regexp)$/u.test(word));
  const signs = EXPANDS.get(name);
  if (signs === undefined || (name === "curl" && words.some((word) => word === "-g" || word === "--globoff"))) return false;
  // A message or a body is not a name.
  return words.slice(1).some((word, at, all) => signs.test(word) && !/^-/u.test(word) && !/^-/u.test(all[at - 1] ?? ""));
}
