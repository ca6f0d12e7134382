import type { Check } from "../card";
import type { CheckSays, CheckSentence } from "../check-texts";
import { failed, notRun, passed } from "../finish-card";
import { visible } from "../spans";
import type { CommandEffect } from "./command-effect";
import type { Unwrapped } from "./unwrap";

/** One step with what its reader says it does; null where nobody wrote a reader for it. */
export interface ReadStep extends Unwrapped {
  readonly effect: CommandEffect | null;
}

const LISTED_MAX = 3;
/** Variables that decide which program or which account a harmless name stands for. */
const STEERS =
  /^(?!(?:NODE_ENV|PYTHONUNBUFFERED|PYTHONDONTWRITEBYTECODE|GIT_TERMINAL_PROMPT|TF_IN_AUTOMATION|TF_LOG|DOCKER_BUILDKIT|AWS_PAGER)$)(?:PATH$|IFS$|ENV$|BASH_|LD_|DYLD_|GIT_|PYTHON|NODE_|PERL|RUBY|KUBECONFIG$|KUBECTL_EXTERNAL_DIFF$|AWS_|TF_|DOCKER_|PROMPT_COMMAND$|EDITOR$|PAGER$)/u;
/** The same by files of settings, by words that a program adds to its own, and by whom it goes through. */
const STEERS_BY_SETTINGS =
  /^(?:HOME|SHELL|ZDOTDIR|CDPATH|GLOBIGNORE|PS4|SHELLOPTS|BASHOPTS|XDG_(?:CONFIG|DATA)_(?:HOME|DIRS)|(?:TAR|ZIP|UNZIP|GREP)_?OPT(?:IONS)?|RSYNC_\w+|CURL_\w+|WGETRC|SSH_\w+|SUDO_\w+|NPM_CONFIG_\w+|PIP_\w+|HELM_\w+|CARGO_\w+|RUSTC_WRAPPER|ANSIBLE_\w+|GO(?:FLAGS|PROXY)|(?:_JAVA|JAVA_TOOL|JDK_JAVA)_OPTIONS|(?:MAVEN|GRADLE)_OPTS|MAKEFLAGS|LESS\w*|MANPAGER|VISUAL|KUBE_EDITOR|GCONV_PATH|GLIBC_TUNABLES|SYSTEMD_\w+|PSQLRC|PG(?:SERVICE|SYSCONF)\w+|SSL_CERT_\w+|(?:HTTPS?|ALL|FTP)_PROXY)$/iu;

const CLUSTER = /(?:^|\/)(?:kubectl|oc|helm)$/u;

export function steers([name]: readonly [string, string]): boolean {
  return STEERS.test(name) || STEERS_BY_SETTINGS.test(name);
}

export function nameOf({ step }: Unwrapped): string {
  return step.words[0]?.split("/").at(-1) ?? "";
}

/** Whom a step runs as that is not the agent’s own user: by what it is wrapped in, or as a cluster is told to take it. */
export function identitiesOf({ step, identity }: Unwrapped): readonly string[] {
  const { words } = step;
  const taken = words.flatMap((word, at) => {
    const found = /^--(?:kube-)?as(?:-(?:group|user))?(?:=(.*))?$/u.exec(word);
    return found === null || !CLUSTER.test(words[0] ?? "") ? [] : [found[1] ?? words[at + 1] ?? ""];
  });
  return identity === null ? taken : [identity, ...taken];
}

/** False where nobody wrote a reader for it, where a variable can stand in for it, or where it gets words only when it runs. */
export function isRead({ step, effect }: ReadStep): boolean {
  if (step.assignments.some(steers)) return false;
  return step.words.length === 0 || (step.filledIn.length === 0 && effect !== null);
}

/** Failed by what was found; passed by what is `fine` where nothing was. */
export function verdict(id: string, fine: CheckSays, wrong: CheckSays, found: readonly string[]): Check {
  if (found.length === 0) return passed(id, fine);
  return failed(id, wrong, listed(found));
}

/** A check that could not look into these programs: not known of them is what they write, or what they do at all. */
export function notKnownOf(
  id: string,
  fine: CheckSays,
  programs: readonly string[],
  key: "command.notKnownWhatIsWritten" | "command.notKnownWhatIsDone",
): Check {
  const names = [...new Set(programs)];
  const more = names.length > LISTED_MAX ? " …" : "";
  return notRun(id, fine, {
    key,
    values: { programs: names.slice(0, LISTED_MAX).map(visible).join(", ") + more },
  });
}

function listed(found: readonly string[]): CheckSentence | string {
  const rest = found.length - LISTED_MAX;
  const names = [...new Set(found)].slice(0, LISTED_MAX).map(visible).join(", ");
  return rest > 0 ? { key: "command.listedAndRestMore", values: { listed: names, rest } } : names;
}
