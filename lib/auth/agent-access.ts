import type { KeyId } from "../domain/ids";
import type { AgentActor } from "../services/actor";
import type { Context } from "../services/context";
import { ofContext } from "../services/of-context";

interface Entry {
  readonly actor: AgentActor;
  readonly keyExpiresAt: number | null;
  readonly until: number;
}

/** How long an answer of the database is believed; a change made in this process is seen at once. Not at all where others change keys too. */
const BELIEVED_MS = 5_000;
const ENTRIES_MAX = 10_000;

/** What is known of keys between two requests: who they belong to, for a few seconds, and when they were last used. */
export class AgentAccess {
  private readonly entries = new Map<string, Entry>();
  private readonly used = new Map<KeyId, number>();
  private generation = 0;

  private readonly believedMs: number;

  constructor(ctx: Context) {
    this.believedMs = ctx.store.others === null ? BELIEVED_MS : 0;
    ctx.hub.onAny((message) => {
      if (message.type === "access") this.forget();
    });
  }

  /** Forgets every key, and refuses answers that were read before now. */
  forget(): void {
    this.generation += 1;
    this.entries.clear();
  }

  /** The actor behind a key's hash, when it was looked up a moment ago and the key has not expired since. */
  find(hash: string, now: number): AgentActor | null {
    const entry = this.entries.get(hash);
    if (entry === undefined) return null;
    const expired = entry.keyExpiresAt !== null && entry.keyExpiresAt <= now;
    if (entry.until > now && !expired) return entry.actor;
    this.entries.delete(hash);
    return null;
  }

  /** A way to keep what is about to be read: it keeps nothing when access changed while the read was under way. */
  keeper(): (hash: string, actor: AgentActor, keyExpiresAt: number | null, now: number) => void {
    const generation = this.generation;
    return (hash, actor, keyExpiresAt, now) => {
      if (generation !== this.generation) return;
      if (this.entries.size >= ENTRIES_MAX) this.entries.clear();
      this.entries.set(hash, { actor, keyExpiresAt, until: now + this.believedMs });
    };
  }

  noteUse(id: KeyId, now: number): void {
    this.used.set(id, now);
  }

  takeUsed(): readonly { readonly id: KeyId; readonly at: number }[] {
    const taken = [...this.used].map(([id, at]) => ({ id, at }));
    this.used.clear();
    return taken;
  }
}

/** The one such memory of this process. */
export function agentAccess(ctx: Context): AgentAccess {
  return ofContext(ctx, "agent-access", () => new AgentAccess(ctx));
}

/** The keys used since the last call and when, each once: for the runtime to write down now and then. */
export function takeUsedKeys(ctx: Context): readonly { readonly id: KeyId; readonly at: number }[] {
  return agentAccess(ctx).takeUsed();
}

/** Writes down when keys were last used. What could not be written is kept for the next time. */
export async function flushUsedKeys(ctx: Context): Promise<void> {
  const used = takeUsedKeys(ctx);
  if (used.length === 0) return;
  try {
    await ctx.store.transact(function* (tx) {
      yield* tx.touchKeys(used);
      return { result: null, unchanged: true };
    });
  } catch (error) {
    for (const { id, at } of used) agentAccess(ctx).noteUse(id, at);
    throw error;
  }
}
