import { canonicalJson, canonicalString } from "./canonical";
import type { AgentId, Digest } from "./ids";
import { isDigest } from "./ids";
import type { Action, Target } from "./proposal";
import { targetOf } from "./target";

/** SHA-256 of a text's UTF-8 bytes as 64 lowercase hexadecimal digits: the shell brings the implementation. */
export type Sha256 = (text: string) => string;

/** Exactly what a signature covers. */
export interface BoundAction {
  readonly agentId: AgentId;
  readonly action: Action;
  readonly target: Target | null;
}

/**
 * The digest that people sign and executors check: `sha256:` + hex of {@link digestText}.
 * Two actions have the same digest only if agent, name, arguments and target are the same JSON values.
 */
export function actionDigest(bound: BoundAction, sha256: Sha256): Digest {
  const digest = `sha256:${sha256(digestText(bound))}`;
  if (!isDigest(digest)) throw new Error("INVARIANT: sha256 answers 64 lowercase hexadecimal digits");
  return digest;
}

/**
 * The RFC 8785 form of `{"v":1,"agent":…,"name":…,"arguments":…,"target":…|null}`: the bytes under the digest.
 * Keys are written in their sorted order here, which is what a canonicaliser would make of it.
 */
export function digestText({ agentId, action, target }: BoundAction): string {
  const of = canonicalJson(action.arguments);
  const on = target === null ? "null" : canonicalJson({ ...targetOf(target) });
  return `{"agent":${canonicalString(agentId)},"arguments":${of},"name":${canonicalString(action.name)},"target":${on},"v":1}`;
}
