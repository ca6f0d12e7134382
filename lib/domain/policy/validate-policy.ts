import type * as z from "zod";
import { ok, refuse, type Result } from "../result";
import { parseStrictJson } from "../strict-json";
import { offsetInString, offsetOf, positionAt, type TextPosition } from "./locate-json";
import { unknownFieldWords } from "./not-built";
import { contradictionsIn, type PolicyRemark } from "./policy-contradictions";
import { PolicyDocument } from "./policy-document";
import { POLICY_LIMITS } from "./policy-limits";
import { warningsIn } from "./policy-warnings";

/** Something about a policy's text: where, and what to do. Lines and columns count from 1. */
export interface PolicyIssue extends TextPosition {
  /** `rules[3].when`; empty for the document as a whole. */
  readonly path: string;
  readonly message: string;
  /** The place inside a condition, where the issue is in one. */
  readonly condition?: TextPosition;
}

/** A document that can be used, with what is probably not meant in it. */
export interface ReadPolicy {
  readonly document: PolicyDocument;
  readonly warnings: readonly PolicyIssue[];
}

/** More issues than this help nobody. */
const ISSUES_MAX = 100;
const JSON_LIMITS = { depthMax: 12, keysMax: 1_000, stringBytesMax: 16_384 };

/**
 * The policy that a JSON text holds, or every reason against it with line and column: JSON, schema, contradictions, and
 * conditions that cannot be parsed. What it accepts, `compilePolicy` can use without faults.
 */
export function readPolicy(text: string): Result<ReadPolicy, readonly PolicyIssue[]> {
  if (text.length > POLICY_LIMITS.textLengthMax) {
    return refuse([
      { path: "", line: 1, column: 1, message: `the text is longer than ${POLICY_LIMITS.textLengthMax} characters` },
    ]);
  }
  const json = parseStrictJson(text, JSON_LIMITS);
  if (!json.ok) {
    const { path, offset } = json.error.context;
    const segments = path
      .split("/")
      .slice(1)
      .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    return refuse([{ path: pathWords(segments), ...positionAt(text, offset), message: json.error.detail }]);
  }
  const parsed = PolicyDocument.safeParse(json.value, { jitless: true });
  if (!parsed.success) return refuse(parsed.error.issues.slice(0, ISSUES_MAX).map((issue) => schemaIssue(text, issue)));
  const contradictions = contradictionsIn(parsed.data);
  if (contradictions.length > 0) return refuse(located(text, contradictions));
  return ok({ document: parsed.data, warnings: located(text, warningsIn(parsed.data)) });
}

function located(text: string, remarks: readonly PolicyRemark[]): readonly PolicyIssue[] {
  return remarks.slice(0, ISSUES_MAX).map(({ path, message, within }) => {
    const at = offsetOf(text, path);
    const issue = { path: pathWords(path), message };
    if (within === undefined) return { ...issue, ...positionAt(text, at) };
    return {
      ...issue,
      ...positionAt(text, offsetInString(text, at, within)),
      condition: positionAt(conditionAt(text, at), within),
    };
  });
}

function conditionAt(text: string, at: number): string {
  let end = at + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
  const value: unknown = JSON.parse(text.slice(at, end + 1));
  return typeof value === "string" ? value : "";
}

function schemaIssue(text: string, issue: z.core.$ZodIssue): PolicyIssue {
  const unknown = issue.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  if (unknown !== undefined) {
    const position = positionAt(text, offsetOf(text, issue.path, unknown));
    return {
      path: pathWords([...issue.path, unknown]),
      ...position,
      message: unknownFieldWords(unknown),
    };
  }
  return { path: pathWords(issue.path), ...positionAt(text, offsetOf(text, issue.path)), message: schemaWords(text, issue) };
}

function schemaWords(text: string, issue: z.core.$ZodIssue): string {
  const missing = issue.path.length > 0 && offsetOf(text, issue.path) === offsetOf(text, issue.path.slice(0, -1));
  if (missing) return `\`${String(issue.path.at(-1))}\` is missing`;
  const message = issue.message.replace(/^Invalid (?:input|option): /, "");
  return message.charAt(0).toLowerCase() + message.slice(1);
}

function pathWords(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === "number" ? `[${part}]` : `${index === 0 ? "" : "."}${String(part)}`))
    .join("");
}
