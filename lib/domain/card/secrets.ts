import type { Json } from "../json";

/** Credentials that have a form of their own; each pattern is linear in the text. */
const FORMS: readonly (readonly [string, RegExp])[] = [
  ["a private key", /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/u],
  ["an AWS key", /\b(?:AKIA|ASIA)[A-Z\d]{16}\b/u],
  ["a GitHub token", /\bgh[pousr]_[A-Za-z\d]{30,}/u],
  ["a Slack token", /\bxox[abprs]-[A-Za-z\d-]{10,}/u],
  ["an API key", /\b(?:sk|rk|pk)[-_](?:live|test|proj|ant)[-_][A-Za-z\d_-]{16,}/u],
  ["a Google key", /\bAIza[A-Za-z\d_-]{35}\b/u],
  ["a signed token", /\beyJ[A-Za-z\d_-]{10,}\.[A-Za-z\d_-]{10,}\.[A-Za-z\d_-]{5,}/u],
  ["a password", /\b(?:password|passwd|pwd|secret|api[_-]?key|token)["']?\s{0,3}[:=]\s{0,3}["']?[^\s"',;]{6,}/iu],
  ["a password in an address", /\b[a-z][a-z\d+.-]{1,20}:\/\/[^\s/:@]{1,64}:[^\s/@]{3,128}@/iu],
];
const SECRET_KEY = /(?:^|[_-])(?:password|passwd|secret|api_?key|access_?token|private_?key|client_?secret)$/iu;
const DEPTH_MAX = 32;

/** The kinds of credential that `value` carries, in words, never the credential itself. */
export function secretsIn(value: Json, key = "", depth = 0): readonly string[] {
  if (typeof value === "string") {
    const found = FORMS.filter(([, form]) => form.test(value)).map(([name]) => name);
    return found.length === 0 && value !== "" && SECRET_KEY.test(key) ? ["a password"] : found;
  }
  if (typeof value !== "object" || value === null || depth > DEPTH_MAX) return [];
  return [
    ...new Set(Object.entries(value).flatMap(([name, child]) => secretsIn(child, Array.isArray(value) ? key : name, depth + 1))),
  ];
}
