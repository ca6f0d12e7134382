/** Credentials that have a form of their own; each pattern looks ahead a bounded distance. */
const FORMS: readonly (readonly [string, RegExp])[] = [
  ["a private key", /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/u],
  ["an AWS key", /\b(?:AKIA|ASIA)[A-Z\d]{16}\b/u],
  ["a GitHub token", /\bgh[pousr]_[A-Za-z\d]{30,}/u],
  ["a Slack token", /\bxox[abprs]-[A-Za-z\d-]{10,}/u],
  ["an API key", /\b(?:sk|rk|pk)[-_](?:live|test|proj|ant)[-_][A-Za-z\d_-]{16,}/u],
  ["a Google key", /\bAIza[A-Za-z\d_-]{35}/u],
  ["a signed token", /\beyJ[A-Za-z\d_-]{10,1000}\.[A-Za-z\d_-]{10,4000}\.[A-Za-z\d_-]{5,}/u],
  [
    "a password",
    /\b(?:password|passwd|pwd|secret|api[_-]?key|token)["']?\s{0,3}[:=]\s{0,3}["']?(?!\s|https?:\/\/|[*•<{$]|(?:required|optional|changed|updated|expired|invalid|incorrect|missing|unchanged)(?![^\s.,;)]))[^\s"',;]{6,}/iu,
  ],
  ["a password in an address", /:\/\/[^\s/:@]{1,64}:[^\s/@]{3,128}@/u],
];
/** What any of the forms cannot do without, so that nearly every text is passed over in one look. */
const HINT = /-----BEGIN|AKIA|ASIA|gh[pousr]_|xox|[srp]k[-_]|AIza|eyJ|[:=]/u;
const SHORTEST = 10;
const SECRET_KEY = /(?:^|[_-])(?:password|passwd|secret|api_?key|access_?token|private_?key|client_?secret)$/iu;

/** The kinds of credential that the text under `key` holds, in words, never the credential itself. */
export function secretsIn(text: string, key: string): readonly string[] {
  const found =
    text.length < SHORTEST || !HINT.test(text) ? [] : FORMS.filter(([, form]) => form.test(text)).map(([name]) => name);
  return found.length === 0 && text !== "" && SECRET_KEY.test(key) ? ["a password"] : found;
}
