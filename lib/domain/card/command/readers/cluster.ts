import { effect, objects, writesNoFile, type CommandEffect, type CommandReader } from "../command-effect";
import { flagsOf, type Flags } from "../flags";

const KUBECTL_VALUES =
  "-n --namespace --context --cluster -f --filename -l --selector --replicas -c --container -o --output --as --kubeconfig -p --patch --timeout --type " +
  "--grace-period --field-selector --user --tail --since --image --to-revision -k --kustomize";
const READS = new Set([
  "get",
  "describe",
  "logs",
  "top",
  "explain",
  "version",
  "api-resources",
  "diff",
  "events",
  "cluster-info",
]);

/** Flags of programs that otherwise write nothing here. */
const WRITES_HERE = ["--output-directory", "--output-dir", "--profile", "--profile-output", "--log-file", "--log-dir"];

/** A file of settings can name a program that is asked for the way in. */
const SETTINGS = ["--kubeconfig", "--post-renderer"];
/** Everything in these goes with them. */
const HOLDS_OTHERS = /^(?:ns|namespaces?|crds?|customresourcedefinitions?)(?:\/|$)/iu;

/** `kubectl`: what is restarted, deleted, scaled or applied. */
export const kubectl: CommandReader = writesNoFile((words) => {
  const flags = flagsOf(words, KUBECTL_VALUES);
  const [verb, ...rest] = flags.positional;
  if (verb === undefined || flags.doubtful.length > 0 || flags.has(...WRITES_HERE, ...SETTINGS)) return null;
  if (READS.has(verb)) return effect("Look at", resource(rest), { reads: true });
  if (verb === "rollout") return rollout(rest, flags, words);
  return kubectlChange(verb, rest, flags);
});

function kubectlChange(verb: string, rest: readonly string[], flags: Flags): CommandEffect | null {
  const forced = flags.has("--force") || flags.value("--grace-period") === "0";
  const what = flags.value("-f", "--filename", "-k", "--kustomize") ?? resource(rest);
  switch (verb) {
    case "scale": {
      const count = flags.value("--replicas");
      if (count === null) return null;
      return effect("Scale", what, { rest: `to ${count} ${count === "1" ? "replica" : "replicas"}`, destroys: count === "0" });
    }
    case "delete":
      return kubectlDelete(what, forced, flags, rest);
    case "apply":
    case "create":
    case "patch":
    case "replace":
      return effect(verb === "patch" ? "Patch" : "Apply", what, { forced, destroys: verb === "replace" });
    case "set":
      return effect(`Set ${rest[0] ?? ""} of`, objects(rest.slice(1)));
    case "drain":
    case "cordon":
    case "uncordon":
      return effect(capital(verb), `node ${rest.join(", ")}`, { forced });
    default:
      return null;
  }
}

function kubectlDelete(what: string | null, forced: boolean, flags: Flags, rest: readonly string[]): CommandEffect {
  const all = flags.has("--all", "-A", "--all-namespaces");
  const holds = rest.some((word) => word.split(",").some((kind) => HOLDS_OTHERS.test(kind)));
  const recursive = all || holds || flags.has("-l", "--selector", "-R", "--recursive");
  return effect(all ? "Delete all" : "Delete", what, { destroys: true, forced, recursive });
}

function rollout([verb, ...rest]: readonly string[], flags: Flags, words: readonly string[]): CommandEffect | null {
  const what = resource(rest);
  if (verb === "restart") {
    const where = words.filter((word, at) => isPlace(word) || isPlace(words[at - 1] ?? ""));
    return effect("Restart", what, { rollback: ["kubectl", "rollout", "undo", ...rest, ...where].join(" ") });
  }
  if (verb === "undo") return effect("Roll back", what, { rest: flags.value("--to-revision") });
  if (verb === "pause" || verb === "resume") return effect(capital(verb), what);
  return verb === "status" || verb === "history" ? effect("Look at", what, { reads: true }) : null;
}

function isPlace(word: string): boolean {
  return /^(?:-n|--namespace|--context)(?:=|$)/u.test(word);
}

/** `deployment/billing-api` and `deployment billing-api` alike: `deployment billing-api`. */
function resource(words: readonly string[]): string | null {
  return words.length === 0 ? null : words.map((word) => word.replace(/^([a-z]+)\/(?=[^/]+$)/u, "$1 ")).join(" ");
}

/** `helm`: releases that come, change or go. */
export const helm: CommandReader = writesNoFile((words) => {
  const flags = flagsOf(words, "-n --namespace --kube-context -f --values --set --version --timeout");
  const [verb = "", release, chart] = flags.positional;
  if (release === undefined || flags.doubtful.length > 0 || flags.has(...WRITES_HERE, ...SETTINGS)) return null;
  const more = { forced: flags.has("--force") };
  switch (verb) {
    case "upgrade":
    case "install":
      return effect(capital(verb), `release ${release}`, {
        ...more,
        rest: chart === undefined ? null : `from ${chart}`,
        rollback: `helm rollback ${release}`,
      });
    case "rollback":
      return effect("Roll back", `release ${release}`, more);
    case "uninstall":
    case "delete":
      return effect("Uninstall", `release ${release}`, { ...more, destroys: true });
    default:
      return null;
  }
});

/** `terraform` and `tofu`: what is applied or destroyed. */
export const terraform: CommandReader = (words) => {
  // It takes its flags with one dash or with two.
  const flags = flagsOf(
    words.map((word) => word.replace(/^--(?=\w)/u, "-")),
    "-target -replace -var -var-file -chdir -state -out",
  );
  const [verb, plan] = flags.positional;
  const target = flags.value("-target");
  if (flags.doubtful.length > 0) return null;
  const forced = flags.has("-auto-approve");
  const replaced = flags.value("-replace");
  if (verb === "apply" && replaced !== null) return effect("Replace", replaced, { destroys: true, forced });
  if (verb === "apply" && flags.has("-destroy"))
    return effect("Destroy", target ?? "everything managed here", { destroys: true, forced });
  if (verb === "apply") return effect("Apply", plan ?? target ?? "all planned changes", { forced });
  if (verb === "destroy")
    return effect("Destroy", target ?? "everything managed here", { destroys: true, forced, recursive: target === null });
  return planned(verb, flags);
};

function planned(verb: string | undefined, flags: Flags): CommandEffect | null {
  const out = flags.value("-out");
  if (verb === "plan" && out !== null) return effect("Write the plan", null, { rest: `to ${out}`, writesOver: [out] });
  return verb === "plan" || verb === "show" || verb === "validate" || verb === "output"
    ? effect("Look at", "the plan", { reads: true })
    : null;
}

/** `systemctl` and `service`. */
export const systemctl: CommandReader = (words) => {
  const { positional, has, doubtful } = flagsOf(words, "-H --host -M");
  const [verb, ...units] = positional;
  if (verb === undefined || units.length === 0 || doubtful.length > 0) return null;
  const opposite: Readonly<Record<string, string>> = { stop: "start", start: "stop", enable: "disable", disable: "enable" };
  const back = Object.hasOwn(opposite, verb) ? opposite[verb] : undefined;
  if (verb === "status" || verb === "show" || verb === "is-active") return effect("Look at", objects(units), { reads: true });
  if (!/^(?:restart|reload|stop|start|enable|disable|mask|kill)$/u.test(verb)) return null;
  const forced = has("--force", "-f");
  return effect(capital(verb), `service ${units.join(", ")}`, {
    forced,
    // Forced, it takes the place of whatever stands where its links go.
    writesOver: forced ? null : [],
    rollback: back === undefined ? null : `systemctl ${back} ${units.join(" ")}`,
  });
};

const COMPOSE_VALUES = "-f --file -p --project-name --env-file --profile -c --context -H --host";

/** `docker`, `podman` and their `compose`. */
export const docker: CommandReader = (words) => {
  if (words[0] === "compose") {
    const flags = flagsOf(words.slice(1), COMPOSE_VALUES);
    const [verb, ...rest] = flags.positional;
    return verb === undefined || flags.doubtful.length > 0 ? null : composeEffect(verb, rest, flags);
  }
  const flags = flagsOf(words, "-c --context -H --host -t --time -n --tail");
  const [verb, ...rest] = flags.positional;
  return verb === undefined || flags.doubtful.length > 0 ? null : dockerEffect(verb, rest, flags);
};

/** What these do they do in the store of the daemon. */
const inStore: typeof effect = (says, object, more) => effect(says, object, { writesOver: [], ...more });

function dockerEffect(verb: string, rest: readonly string[], flags: Flags): CommandEffect | null {
  const forced = flags.letter("f") || flags.has("--force");
  const named = rest.join(", ");
  if (verb === "system" || verb === "volume" || verb === "image") {
    if (rest[0] === "prune") return inStore("Delete", `unused ${verb} data`, { destroys: true, forced, recursive: true });
    return rest[0] === "rm" ? inStore("Delete", `${verb} ${rest.slice(1).join(", ")}`, { destroys: true, forced }) : null;
  }
  if (/^(?:ps|logs|images|inspect)$/u.test(verb)) return effect("Look at", objects(rest), { reads: true });
  if (verb === "rm" || verb === "rmi")
    return inStore("Delete", `${verb === "rm" ? "container" : "image"} ${named}`, { destroys: true, forced });
  if (verb === "pull" || verb === "push") return inStore(capital(verb), `image ${named}`);
  return /^(?:restart|stop|start|kill)$/u.test(verb) ? inStore(capital(verb), `container ${named}`) : null;
}

function composeEffect(verb: string, rest: readonly string[], flags: Flags): CommandEffect | null {
  const what = objects(rest) ?? "all services";
  if (verb === "down") return effect("Take down", what, { destroys: flags.has("-v", "--volumes", "--volume") });
  return /^(?:up|restart|stop|start|pull)$/u.test(verb) ? effect(verb === "up" ? "Bring up" : capital(verb), what) : null;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
