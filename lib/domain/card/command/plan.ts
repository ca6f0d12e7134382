import { isJsonObject, type Json } from "../../json";
import type { CardInput, Fact, FieldChange } from "../card";
import { fact } from "../finish-card";
import { humanValue } from "../human-value";
import { sentValue } from "../sent-value";
import { added, removed, valued } from "../spans";
import { DOWNTIME, PLAN } from "./command-arguments";

/** What a plan comes to, in the words of the programs that make plans. */
export interface PlanFigures {
  readonly created: number;
  readonly changed: number;
  readonly destroyed: number;
  /** Of those, destroyed and created anew. */
  readonly replaced: number;
}

/** One resource that a plan touches. */
interface Planned {
  readonly address: string;
  readonly sign: "−/+" | "−" | "~" | "+";
  /** Why, as the plan has it; null where it does not say. */
  readonly reason: string | null;
}

const PLAN_LINE = /\bPlan: (\d{1,6}) to add, (\d{1,6}) to change, (\d{1,6}) to destroy\b\.?/u;
const PLAN_TEXT_MAX = 200_000;
const RESOURCES_MAX = 500;
const HEADING =
  /^\s*# (\S{1,300})(?: \([^)]{1,100}\))? (will be created|will be updated in-place|will be destroyed|(?:is tainted, so )?must be replaced)/u;
const BECAUSE = /^\s*# \((because [^)]{1,200})\)/u;
const FORCES = /^\s*[~+-]\/?[+]? *([\w.]{1,100}) .{0,500}# forces replacement/u;
const SIGNS = ["−/+", "−", "~", "+"] as const;
const COUNTS = {
  created: ["create", "add", "added", "created"],
  changed: ["change", "changed", "update", "updated"],
  destroyed: ["destroy", "delete", "deleted", "destroyed"],
  replaced: ["replace", "replaced"],
} as const satisfies Record<keyof PlanFigures, readonly string[]>;

/** The plan that was sent with a command, or in the record before; null where none was. */
export function sentPlan(input: CardInput): Json | null {
  return sentValue(input, PLAN);
}

/** Null where nothing can be read from it. */
export function planFigures(sent: Json): PlanFigures | null {
  if (typeof sent === "string") {
    const line = PLAN_LINE.exec(sent.slice(-PLAN_TEXT_MAX));
    if (line === null) return null;
    const replaced = plannedIn(sent).filter(({ sign }) => sign === "−/+").length;
    return { created: Number(line[1]), changed: Number(line[2]), destroyed: Number(line[3]), replaced };
  }
  if (!isJsonObject(sent)) return null;
  const planned = plannedIn(sent);
  if (planned.length > 0) return figuresOf(planned);
  const count = (keys: readonly string[]): number | null => {
    const found = keys.map((key) => sent[key]).find((value) => typeof value === "number" && value >= 0);
    return typeof found === "number" ? found : null;
  };
  const found = [COUNTS.created, COUNTS.changed, COUNTS.destroyed, COUNTS.replaced].map(count);
  const [created, changed, destroyed, replaced] = found;
  if (found.every((figure) => figure === null)) return null;
  return { created: created ?? 0, changed: changed ?? 0, destroyed: destroyed ?? 0, replaced: replaced ?? 0 };
}

function figuresOf(planned: readonly Planned[]): PlanFigures {
  const count = (...signs: readonly Planned["sign"][]): number => planned.filter(({ sign }) => signs.includes(sign)).length;
  return { created: count("+", "−/+"), changed: count("~"), destroyed: count("−", "−/+"), replaced: count("−/+") };
}

/** True where the figures are all that it says. */
export function saysOnlyFigures(sent: Json): boolean {
  if (typeof sent === "string") return sent.trim() === PLAN_LINE.exec(sent)?.[0];
  if (!isJsonObject(sent)) return false;
  const groups = Object.keys(sent).map((key) => Object.values(COUNTS).find((names) => names.some((name) => name === key)));
  const once = new Set(groups).size === groups.length;
  return once && groups.every((group) => group !== undefined) && Object.values(sent).every((value) => typeof value === "number");
}

/** `+1 ~0 −1`, what of it is replaced, and how long it is away. */
export function planFacts(input: CardInput): readonly Fact[] {
  const [plan, downtime] = [sentPlan(input), sentValue(input, DOWNTIME)];
  const figures = plan === null ? null : planFigures(plan);
  const away = typeof downtime === "string" || typeof downtime === "number" ? humanValue(downtime, "downtime") : null;
  return [
    ...(figures === null ? [] : [figuresFact(figures)]),
    ...(away === null ? [] : [fact("command.downtime", valued(away), { note: "command.factAsSent" })]),
  ];
}

function figuresFact({ created, changed, destroyed, replaced }: PlanFigures): Fact {
  const text = `+${String(created)} ~${String(changed)} −${String(destroyed)}`;
  const part = replaced === 0 ? "command.factAsSent" : ({ key: "command.replacedAsSent", values: { count: replaced } } as const);
  return fact("command.plan", valued(text), { note: part, alarming: replaced > 0 });
}

/** Resource by resource, what is replaced and destroyed first, each with its reason. */
export function planRows(input: CardInput): readonly FieldChange[] {
  const plan = sentPlan(input);
  const planned = plan === null ? [] : plannedIn(plan);
  return SIGNS.flatMap((sign) => planned.filter((one) => one.sign === sign).map(rowOf));
}

function rowOf({ address, sign, reason }: Planned): FieldChange {
  const text = reason === null ? sign : `${sign} ${reason}`;
  const gone = sign === "−" || sign === "−/+";
  // What comes or stays is told by its kind where it is folded; nothing that goes is like anything else.
  const path = gone ? `/plan/${address}` : `/plan/${address}/${sign}`;
  if (gone) return { field: address, path, change: "removed", before: removed(text), after: [] };
  return { field: address, path, change: sign === "+" ? "added" : "changed", before: [], after: added(text) };
}

function plannedIn(sent: Json): readonly Planned[] {
  if (typeof sent === "string") return plannedInText(sent.slice(-PLAN_TEXT_MAX));
  const changes = isJsonObject(sent) ? sent["resource_changes"] : null;
  if (!Array.isArray(changes)) return [];
  return changes.slice(0, RESOURCES_MAX).flatMap((entry: Json) => {
    const planned = plannedOf(entry);
    return planned === null ? [] : [planned];
  });
}

/** An entry as `terraform show -json` writes it; null where nothing is done or it cannot be read. */
function plannedOf(entry: Json): Planned | null {
  if (!isJsonObject(entry) || typeof entry["address"] !== "string") return null;
  const change = entry["change"] ?? null;
  const actions = isJsonObject(change) && Array.isArray(change["actions"]) ? change["actions"].join(" ") : "";
  const sign = ({ create: "+", update: "~", delete: "−", "delete create": "−/+", "create delete": "−/+" } as const)[actions];
  if (sign === undefined) return null;
  const reason = entry["action_reason"];
  return { address: entry["address"], sign, reason: typeof reason === "string" ? reason.replaceAll("_", " ") : null };
}

function plannedInText(text: string): readonly Planned[] {
  const found: Planned[] = [];
  for (const line of text.split("\n")) {
    const [, address, does = ""] = HEADING.exec(line) ?? [];
    const last = found.at(-1);
    if (address !== undefined && found.length < RESOURCES_MAX) found.push({ address, sign: signOf(does), reason: null });
    else if (last?.reason === null) {
      const reason = BECAUSE.exec(line)?.[1] ?? FORCES.exec(line)?.[1] ?? null;
      if (reason !== null) found.splice(-1, 1, { ...last, reason });
    }
  }
  return found;
}

function signOf(does: string): Planned["sign"] {
  if (does.endsWith("replaced")) return "−/+";
  return does.endsWith("destroyed") ? "−" : does.endsWith("created") ? "+" : "~";
}
