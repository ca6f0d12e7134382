import type { Card } from "../card/card";
import { aboutKind } from "../card/kinds";
import type { AgentId } from "../ids";
import type { Json } from "../json";
import { isJsonObject } from "../json";
import type { Payload } from "../proposal";
import type { Kind, Tier, Treatment } from "../words";

/** What two proposals have to share to be alike (design: review §4.1). */
export interface AlikeInput {
  readonly agentId: AgentId;
  readonly kind: Kind;
  readonly payload: Pick<Payload, "action" | "target">;
  readonly card: Pick<Card, "headline" | "checks" | "fullyReadable">;
  readonly tier: Tier;
  readonly treatment: Treatment;
  readonly regulated: boolean;
}

/** Longer texts are read word by word: they are alike only when they say the same. */
const SHORT_MAX = 40;
const DEPTH_MAX = 3;
/** What differs from one filled-in template to the next, in a text that is otherwise the same: quoted words and figures. */
const FILLED_IN = /'[^'\n]*'|"[^"\n]*"|\p{Nd}+/gu;

/**
 * The template that a proposal was made from, as text: two with the same one are alike and fold into one line. Agent, action, target, wording of the
 * headline and shape of the arguments are in it; values are not. Tier, treatment and what failed are in it as well, so that a line never hides an
 * item that is riskier than the one it shows.
 */
export function alikePattern({ agentId, kind, payload, card, tier, treatment, regulated }: AlikeInput): string {
  const { action, target } = payload;
  return JSON.stringify([
    agentId,
    kind,
    action.name,
    [target?.system ?? "", target?.environment ?? "", masked(target?.resource ?? ""), hostOf(target?.url)],
    card.headline.map((span) => (span.type === "text" ? span.text : "")),
    shapeOf(action.arguments, aboutKind(kind).programs === true, 0),
    [tier, treatment, regulated, card.fullyReadable],
    card.checks.filter(({ state }) => state === "failed").map(({ id }) => id),
  ]);
}

function shapeOf(value: Json, program: boolean, depth: number): Json {
  if (typeof value === "string") return program || value.length > SHORT_MAX ? masked(value) : "";
  if (isJsonObject(value)) {
    if (depth >= DEPTH_MAX) return "{}";
    const keys = Object.keys(value).sort();
    return keys.map((key) => [key, shapeOf(value[key] ?? null, program, depth + 1)]);
  }
  // A list may be longer here and shorter there; what differs is shown in the table of differences.
  return Array.isArray(value) ? "[]" : typeof value;
}

function masked(text: string): string {
  return text.replaceAll(FILLED_IN, "·");
}

function hostOf(url: string | undefined): string {
  if (url === undefined) return "";
  return URL.canParse(url) ? new URL(url).host : url;
}
