import { secretsIn } from "../secrets";
import type { Step } from "./parse-command";

const SECRET_FLAG =
  /^--?(?:password|passwd|token|secret|api-?key|access-?key|secret-?key|client-secret|auth|oauth2-bearer|pass|proxy-password|http-password)(?:=|$)/iu;
/** `user:password`, where a program asks for both in one word. */
const USER_FLAG = /^(?:-u|-U|--user|--proxy-user)(?:=|$)/u;
const HEADER_FLAG = /^(?:-H|--header|-b|--cookie)(?:=|$)/u;
const SECRET_HEADER =
  /^(?:(?:proxy-)?authorization|cookie|(?:x-)?(?:api|auth|access)-?(?:key|token)|private-token|x-amz-security-token)\s*:\s*\S/iu;
const COOKIE = /^[\w-]+=\S{8,}/u;
const SHORT_PASSWORD = /^-p\S/u;
/** Programs of which `-p` stands before a password, joined to it. */
const ASKS_WITH_P = /^(?:mysql\w*|mariadb\w*|sshpass|mongo\w*)$/u;

/** The flags of a step that stand before a credential: names alone, for a credential is never shown. What is filled in when it runs is none in the words. */
export function credentialWords({ words, raw }: Step): readonly string[] {
  // What has a form of its own is found by the scan of the payload.
  if (secretsIn(raw, "").length > 0) return [];
  const [name = ""] = words;
  const program = name.split("/").at(-1) ?? "";
  return words.flatMap((word, at) => {
    const [flag = "", ...joined] = word.split("=");
    if (SECRET_FLAG.test(word)) return [flag];
    if (SHORT_PASSWORD.test(word) && ASKS_WITH_P.test(program)) return ["-p"];
    const value = joined.length > 0 ? joined.join("=") : (words[at + 1] ?? "");
    if (value.includes("$")) return [];
    if (USER_FLAG.test(word) && /^[^\s:/]+:[^\s/]/u.test(value)) return [flag];
    const told = SECRET_HEADER.test(value) || (/^(?:-b|--cookie)/u.test(word) && COOKIE.test(value));
    return HEADER_FLAG.test(word) && told ? [flag] : [];
  });
}
