import { isJsonObject, type Json, type JsonObject } from "../json";
import { humanField } from "./human-words";
import { sameJson } from "./same-json";
import { snakeKey } from "./snake-key";

const SWITCH = /^(?:is_?|has_?)?(?:admin(?:istrator)?|super_?(?:user|admin)|root|sudo|staff|privileged)$/iu;
const ROLE =
  /(?:^|_)(?:roles?(?:_(?:definition_)?names?)?|permissions?|scopes?|access(?:_level)?|groups?|grants?|privileges?|rights)$/iu;
/** Where `all` means every right, not every record. */
const RIGHTS = /(?:^|_)(?:permissions?|scopes|access(?:_level)?|grants?|privileges?|rights)$/iu;
/** `policy_arn`: a set of rights by its name. */
const POLICY = /(?:^|_)polic(?:y|ies)(?:_(?:arns?|names?))?$/iu;
/** As the whole value, or behind a sign: `org:owner`, `roles/owner`; not `Product Owner`, which is what somebody does. */
const RULER =
  /^(?:(?:.*[_:./-])?(?:(?:sys)?admin(?:istrator)?s?|owners?|root|super[_ ]?(?:users?|admins?))|(?:global|super|domain|tenant|cluster|organi[sz]ation) admin(?:istrator)?s?)(?:[_:.\- ]?(?:access|rights|control))?$/iu;
/** Owners of a thing, not of the house; what somebody is by trade; and whoever is none. */
const OF_A_THING =
  /(?:^|[ _.:/-])(?:(?:product|process|data|risk|deal|business|service|home|shop|store|restaurant|brand|budget|asset|content|feature|story|task|ticket|code|component|control|campaign|pet|dog|cat|car|boat|house|land|property|the|an?)[ _.-]owners?|(?:office|sales|school|hr|payroll|network|database|linux|windows|hospital|benefits|contracts?|claims|estate|property|practice|loans?|marketing|executive|salesforce|crm|the)[ _.-]administrators?|(?:no|not|non|former|ex|to|an?)[ _.-](?:an? )?(?:admin(?:istrator)?|owner)s?)$/iu;
/** What a call looks for grants nothing. */
const LOOKED_FOR = /^(?:filters?|where|query|criteria|search|match|if|conditions?|when)$/iu;
/** A ruler of a house, in words: `Workspace Owner`. */
const RULER_OF = /^(?:\p{L}{2,30} ){1,2}(?:admin(?:istrator)?|owner)s?$/iu;
/** Among the words of a scope: `admin:org`. */
const SCOPE = /(?:^|[\s,])admin:(?!read\b)[\w:*]{1,80}(?=[\s,]|$)/iu;
const FULL = /^(?:.*[_:./-])?(?:all|full)[_:.\- ]?(?:access|rights|control|permissions)$/iu;
const ALL = /^(?:.*[_:./-])?(?:all|full)$/iu;
const EVERYTHING = /^(?:.*[_:./-])?\*$/u;
const SAFEGUARD =
  /^(?:force|(?:allow_)?insecure(?:_(?:skip_)?(?:tls_|ssl_)?verify|_tls|_ssl)?|bypass\w*|override\w*|no_verify|impersonat\w+|auto_?approve)$/iu;
/** `skip_approval`, `disable_ssl_verification`; not `ignore_case`, `skip_header`, `disable_notification`. */
const LEFT_OUT =
  /^(?:skip|ignore|disable|no|without)_(?:\w+_)?(?:check(?:s|ing|ed)?|verif\w*|valid\w*|approv\w*|auth(?!or(?!i))\w*|confirm\w*|safe\w*|tls|ssl|polic(?:y|ies)|review\w*|sign(?:ing|atures?)?|mfa|[2t]fa|audit\w*|firewall|guards?|guardrails?|encrypt\w*|backups?|permissions?|protect\w*|security|sandbox|logging|rate_?limit\w*|monitor\w*|alerts?|alerting|scan(?:s|ning)?)(?:_\w+)?$|^(?:skip|ignore|disable|no|without)_(?:\w+_)?(?:logs|tests)$/iu;
/** `verify_ssl`, `mfa_enabled`: what keeps somebody out as long as it is on. */
const KEPT =
  /^(?:reject_unauthori[sz]ed|(?:verify|check|validate|require|enforce|enable|use)_(?:ssl|tls|cert\w{0,12}|mfa|[2t]fa|approvals?|auth(?:entication|orization)?|permissions?|encryption|sandbox|audit\w{0,6}|signatures?_?check\w{0,4})|(?:ssl|tls|mfa|[2t]fa|sandbox|encryption)(?:_(?:enabled|required|verify|verification))?)$/iu;

/** The fields of `sets` that would give somebody every right, and did not in `before`; in words. */
export function grantedRights(sets: JsonObject, before: JsonObject | null): readonly string[] {
  return changedIn(sets, before).flatMap(([key, value]) => {
    const name = snakeKey(key);
    if (SWITCH.test(name) && isOn(value)) return [humanField(key)];
    const found = ROLE.test(name) || POLICY.test(name) ? texts(value).filter((text) => isAll(text.trim(), name)) : [];
    return found.length === 0 ? [] : [`${humanField(key)} ${found.join(", ")}`];
  });
}

/** The switches of `sets` that ask a tool to leave out a safeguard, and did not in `before`; in words. */
export function safeguardsOff(sets: JsonObject, before: JsonObject | null): readonly string[] {
  return changedIn(sets, before)
    .filter(([key, value]) => {
      const name = snakeKey(key);
      return (isOn(value) && (SAFEGUARD.test(name) || LEFT_OUT.test(name))) || (isOff(value) && KEPT.test(name));
    })
    .map(([key, value]) => (isOff(value) ? `${humanField(key)} off` : humanField(key)));
}

/** As programs write it: `true`, `"true"`, 1. */
function isOn(value: Json): boolean {
  return value === true || value === 1 || (typeof value === "string" && /^(?:true|yes|on|1)$/iu.test(value));
}

function isOff(value: Json): boolean {
  return value === false || value === 0 || (typeof value === "string" && /^(?:false|no|off|0)$/iu.test(value));
}

/** The fields that are new or other than before, and those of the objects among them, one level down. */
function changedIn(sets: JsonObject, before: JsonObject | null): readonly (readonly [string, Json])[] {
  const changed = changedAt(sets, before);
  const below = changed.flatMap(([key, value]) => {
    if (!isJsonObject(value) || LOOKED_FOR.test(snakeKey(key))) return [];
    const [stood, above] = [before?.[key], changedAt(value, before)];
    const at = changedAt(value, isJsonObject(stood) ? stood : null);
    // What was sent before at the same place, or stands in the record itself.
    return at.filter(([name]) => above.some(([other]) => other === name));
  });
  return [...changed, ...below];
}

function changedAt(sets: JsonObject, before: JsonObject | null): readonly (readonly [string, Json])[] {
  return Object.entries(sets).filter(
    ([key, value]) => before === null || !Object.hasOwn(before, key) || !sameJson(before[key], value),
  );
}

function isAll(text: string, name: string): boolean {
  if (OF_A_THING.test(text)) return false;
  if (RULER_OF.test(text) || SCOPE.test(text)) return true;
  return RULER.test(text) || FULL.test(text) || EVERYTHING.test(text) || (RIGHTS.test(name) && ALL.test(text));
}

function texts(value: Json): readonly string[] {
  const list: readonly Json[] = Array.isArray(value) ? value : [value];
  return list.filter((one) => typeof one === "string" && one.length <= 200).map(String);
}
