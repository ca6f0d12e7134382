import type { KeyRecord } from "../../../db/store/types";
import { makeAgentKey } from "../../domain/agent-key";
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

const PREFIX_LENGTH = 12;

/** A fresh key for an agent and the record to keep of it, which holds no more than the SHA-256: the key itself has 160 random bits or more. */
export function mintKey(
  ctx: Context,
  of: Pick<KeyRecord, "agentId" | "label" | "scopes" | "createdBy" | "expiresAt" | "replaces">,
): { readonly record: KeyRecord; readonly secret: string } {
  const secret = makeAgentKey(ctx.randomBytes(32));
  const record: KeyRecord = {
    ...of,
    id: ctx.newId("key"),
    prefix: secret.slice(0, PREFIX_LENGTH),
    hash: ctx.sha256(secret),
    createdAt: ctx.clock(),
    lastUsedAt: null,
    revokedAt: null,
  };
  return { record, secret };
}
