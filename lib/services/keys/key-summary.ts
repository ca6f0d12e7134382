import type { KeyRecord } from "../../../db/store/types";
import { keyHash, makeAgentKey, parseAgentKey } from "../../domain/agent-key";
import type { Context } from "../context";

/** A key without its hash: enough to recognise it, to see its use and to revoke it. */
export type KeySummary = Omit<KeyRecord, "hash">;

/** The only moment at which the whole key is known. */
export interface NewKey {
  readonly key: KeySummary;
  /** Shown once; only its hash is kept. */
  readonly secret: string;
}

/** The key as people may see it. */
export function keySummary({ hash: _, ...summary }: KeyRecord): KeySummary {
  return summary;
}

/** A fresh key for an agent and the record to keep of it, which holds its first characters and its hash. */
export function mintKey(
  ctx: Context,
  of: Pick<KeyRecord, "agentId" | "label" | "scopes" | "createdBy" | "expiresAt" | "replaces">,
): { readonly record: KeyRecord; readonly secret: string } {
  const key = parseAgentKey(makeAgentKey(ctx.randomBytes(32)));
  if (key === null) throw new Error("INVARIANT: a key that was just made is spelled like one");
  const record: KeyRecord = {
    ...of,
    id: ctx.newId("key"),
    prefix: key.prefix,
    hash: keyHash(key, ctx.sha256),
    createdAt: ctx.clock(),
    lastUsedAt: null,
    revokedAt: null,
  };
  return { record, secret: key.text };
}
