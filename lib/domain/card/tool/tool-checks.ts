import type { CheckSays } from "../check-texts";
import { isJsonObject, type Json, type JsonObject } from "../../json";
import { compileSchema } from "../arguments-schema";
import type { CardInput, Check } from "../card";
import { failed, passed } from "../finish-card";
import { grantedRights, safeguardsOff } from "../granted-rights";
import { humanField } from "../human-words";
import { humanValue } from "../human-value";
import { linksIn, linkTo } from "../links";
import { registrableName } from "../registrable-name";
import { few } from "../sent-value";
import { snakeKey } from "../snake-key";
import { swappedEnds } from "../swapped-values";
import { figureOf } from "../tenfold";
import { argumentRole } from "./detect-argument";

const PLACE = /(?:^|_)(?:tenant|org|organi[sz]ation|workspace|env|environment|cluster|namespace)(?:_?id)?$/u;
/** How much of a list is asked for, how long to wait, which one of many: ten times that is no figure that slipped. */
const NO_FIGURE =
  /^(?:(?:page|max|min|batch|chunk|result|row|item|record|fetch|query|search|request|read|connect|idle)s?_)?(?:limit|page|offset|size|timeout|count|results?|length|top|take|skip|first|last|start|end|depth|delay|interval|ttl|retries|tokens)(?:_(?:ms|s|sec|seconds|minutes))?$|(?:^|_)(?:per_page|page_size|ids?|ref|key|build|epoch|number|no|nr|code|zip|postcode|phone|port|version|year|timestamp|ts|time|index|line|row|seed|width|height|lat|lng|lon)$/u;
/** Where digits in a text are an amount rather than a telephone number or a post code. */
const AMOUNT = /(?:^|_)(?:amount|price|total|fee|cost|sum|salary|budget)$/u;
/** With these a schema may want keys that its own properties do not name. */
const WANTS_MORE =
  "patternProperties additionalProperties unevaluatedProperties allOf anyOf oneOf $ref $dynamicRef if dependentSchemas".split(
    " ",
  );
/** What a host of two slashes begins with, or one without a scheme. */
const NO_SCHEME = /^(?:\/\/)?(?=[^/?#\s]{0,253}\.[^/?#\s]|\[|localhost\b)/iu;
const HAS_SCHEME = /^[a-z][a-z\d+.-]{0,30}:\/\//iu;
/** Where a bare `users.list` or `acme.example` is a method or whom it is about: there only one with a port or a path is a host. */
const OF_SOMETHING = /(?:^|_)(?:endpoint|domain|link)(?:_|$)/u;
const TIMES = 10;
const DEPTH_MAX = 8;

/** What the arguments of a call nobody wrote a card for give away, by themselves and against the last approved call. */
export function toolChecks(input: CardInput): readonly Check[] {
  const { action, history } = input;
  const last = history.lastApprovedArguments;
  const [rights, off] = [grantedRights(action.arguments, last), safeguardsOff(action.arguments, last)];
  return [
    ...schema(input),
    ...(rights.length === 0 ? [] : [failed("rights", "check.givesSomebodyEveryRight", few(rights))]),
    ...(off.length === 0 ? [] : [failed("safeguard", "tool.asksToLeaveOutSafeguard", few(off))]),
    ...(last === null || input.onlyReads === true ? [] : againstLast(action.arguments, last)),
  ];
}

/** Says nothing where the catalogue has no schema for the tool. */
function schema({ schema: wanted = null, action }: CardInput): readonly Check[] {
  if (wanted === null) return [];
  const compiled = compileSchema(wanted);
  if (!compiled.ok) return [];
  const issues = compiled.value.validate(action.arguments);
  if (issues.length > 0) {
    return [failed("schema", "tool.doesNotFitToolsSchema", few(issues.map(({ path, says }) => `${path} ${says}`.trim())))];
  }
  const known = wanted["properties"];
  const says = WANTS_MORE.every((keyword) => !Object.hasOwn(wanted, keyword));
  const unknown = says && isJsonObject(known) ? Object.keys(action.arguments).filter((key) => !Object.hasOwn(known, key)) : [];
  if (unknown.length > 0) return [failed("schema", "tool.hasArgumentsThatToolsSchema", few(unknown))];
  return [passed("schema", "tool.fitsToolsSchema")];
}

function againstLast(now: JsonObject, last: JsonObject): readonly Check[] {
  const pair = swappedEnds(last, now);
  const rows: readonly (readonly [string, CheckSays, readonly string[]])[] = [
    ["place", "tool.anotherPlaceThanLast", otherPlaces(now, last)],
    ["new-host", "tool.hostThatLastDidNotHave", newHosts(now, last)],
    ["figures", { key: "tool.figureIsManyTimesLast", values: { times: TIMES } }, figuresFarOff(now, last)],
    ["swapped", "tool.twoValuesChangedPlacesSinceLast", pair === null ? [] : [pair.join(", ")]],
  ];
  return rows.flatMap(([id, says, found]) => (found.length === 0 ? [] : [failed(id, says, few(found))]));
}

function otherPlaces(now: JsonObject, last: JsonObject): readonly string[] {
  return Object.entries(now).flatMap(([key, value]) => {
    const old = Object.hasOwn(last, key) ? last[key] : undefined;
    if (!PLACE.test(snakeKey(key)) || typeof value !== "string" || typeof old !== "string" || old === value) return [];
    return [`${humanField(key)} ${humanValue(value, key)}, not ${humanValue(old, key)}`];
  });
}

/** Only where the last call led anywhere: a first host is not another. */
function newHosts(now: JsonObject, last: JsonObject): readonly string[] {
  const before = new Set(hostsIn(last, "", 0).map(registrableName));
  return before.size === 0 ? [] : hostsIn(now, "", 0).filter((host) => !before.has(registrableName(host)));
}

/** The hosts of what is an address; words that name one on the way lead nowhere. */
function hostsIn(value: Json, key: string, depth: number): readonly string[] {
  if (typeof value === "string") {
    const address = addressOf(key, value.trim());
    return address === null ? [] : [linkTo(address), ...linksIn(address)].flatMap(({ host }) => (host === "" ? [] : [host]));
  }
  if (typeof value !== "object" || value === null || depth > DEPTH_MAX) return [];
  const named = Array.isArray(value) ? value.map((child: Json) => [key, child] as const) : Object.entries(value);
  return named.flatMap(([name, child]) => hostsIn(child, name, depth + 1));
}

/** With a scheme, also where none was written: `evil.example:443` is as good a host. Null for what is no address. */
function addressOf(key: string, value: string): string | null {
  if (argumentRole(key, value.replace(/^\/\//u, "")) !== "url") return null;
  if (HAS_SCHEME.test(value)) return value;
  if (!NO_SCHEME.test(value) || (OF_SOMETHING.test(snakeKey(key)) && !/[:/]/u.test(value))) return null;
  return value.replace(NO_SCHEME, "https://");
}

function figuresFarOff(now: JsonObject, last: JsonObject): readonly string[] {
  return Object.entries(now).flatMap(([key, value]) => {
    const name = snakeKey(key);
    if (NO_FIGURE.test(name)) return [];
    const [old, is] = [figureAt(name, Object.hasOwn(last, key) ? last[key] : undefined), figureAt(name, value)];
    // Numbers that name something are no figures.
    if (old === null || is === null || old <= 0 || is < old * TIMES || argumentRole(key, value) === "object") return [];
    return [`${humanField(key)} ${String(is)}, last ${String(old)}`];
  });
}

function figureAt(name: string, value: Json | undefined): number | null {
  return typeof value === "number" || AMOUNT.test(name) ? figureOf(value) : null;
}
