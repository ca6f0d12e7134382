import clsx from "clsx";
import { ChevronRight, KeyRound } from "lucide-react";

import { EmptyState } from "../ui/empty-state";
import { bdi } from "../ui/bdi";
import { ExactTime } from "../ui/exact-time";
import { RelativeTime } from "../ui/relative-time";
import type { Words } from "../words/make-words";
import { words } from "../words/words";
import type { KeyActions } from "./agent-actions";
import type { KeyState, KeyView } from "./agent-view";
import { keyState } from "./agent-view";
import { KeyActs } from "./key-acts";

export interface KeyListProps {
  readonly keys: readonly KeyView[];
  readonly now: number;
  /** Null for those who may only look. */
  readonly actions: KeyActions | null;
}

/** An agent's keys: those that work first, then what has ended. Only the first characters of each are known. */
export async function KeyList({ keys, now, actions }: KeyListProps) {
  const t = await words("agents");
  if (keys.length === 0) {
    return (
      <EmptyState
        title={t("keys.none")}
        says={actions === null ? t("keys.none.mayAsk") : t("keys.none.mayMake")}
        icon={<KeyRound className="size-[1.125rem]" strokeWidth={1.75} />}
      />
    );
  }
  const rows = keys.map((key) => ({ key, state: keyState(key, now) }));
  const living = rows.filter(({ state }) => isLiving(state)).reverse();
  const dead = rows.filter(({ state }) => !isLiving(state)).reverse();
  return (
    <>
      <ul aria-label={t("keys")}>
        {living.map(({ key, state }) => (
          <KeyRow key={key.id} t={t} agentKey={key} state={state} now={now} actions={actions} />
        ))}
      </ul>
      {dead.length > 0 && (
        <details className="group border-t border-rule">
          <summary className="flex items-center gap-1.5 px-5 py-2.5 text-note text-ink-3 -outline-offset-2 hover:text-ink">
            <ChevronRight aria-hidden="true" className="size-3.5 group-open:rotate-90" strokeWidth={1.75} />
            {t("keys.ended", { count: dead.length })}
          </summary>
          <ul aria-label={t("keys.ended.list")}>
            {dead.map(({ key, state }) => (
              <KeyRow key={key.id} t={t} agentKey={key} state={state} now={now} actions={null} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

interface KeyRowProps {
  readonly t: Words<"agents">;
  readonly agentKey: KeyView;
  readonly state: KeyState;
  readonly now: number;
  readonly actions: KeyActions | null;
}

function KeyRow({ t, agentKey: key, state, now, actions }: KeyRowProps) {
  const living = isLiving(state);
  const made = <ExactTime at={key.createdAt} className="tabular" />;
  return (
    <li className="grid gap-x-4 gap-y-1 border-t border-rule px-5 py-3 first:border-t-0 sm:grid-cols-[minmax(0,1fr)_10.5rem_9.5rem] sm:items-center">
      <div className="min-w-0">
        <p className={clsx("flex flex-wrap items-baseline gap-x-2 text-body", living ? "text-ink" : "text-ink-3")}>
          <span className="font-strong [overflow-wrap:anywhere]">
            <bdi>{key.label}</bdi>
          </span>
          <code className="font-mono text-small text-ink-2">{key.prefix}…</code>
        </p>
        <p className="text-small text-ink-3">
          {t.rich("key.may", { scopes: <span translate="no">{key.scopes.join(", ")}</span> })}
        </p>
        <p className="text-small text-ink-3">
          {key.createdByName === null
            ? t.rich("key.made", { when: made })
            : t.rich("key.made.by", { when: made, name: key.createdByName, who: bdi })}
        </p>
      </div>
      <div className="min-w-0 text-note">
        <p className={living ? "text-ink-2" : "text-ink-3"}>
          <StateWords t={t} agentKey={key} state={state} now={now} />
        </p>
        <p className="text-small text-ink-3">
          {key.lastUsedAt === null ? t("neverUsed") : t.rich("used", { when: <RelativeTime at={key.lastUsedAt} now={now} /> })}
        </p>
      </div>
      {actions !== null && (
        <div className="-mx-2.5 flex flex-wrap gap-1 sm:justify-end">
          <KeyActs agentKey={key} mayRotate={state === "works"} rotate={actions.rotate} revoke={actions.revoke} />
        </div>
      )}
    </li>
  );
}

function StateWords({ t, agentKey: { expiresAt, revokedAt }, state, now }: Omit<KeyRowProps, "actions">) {
  const at = state === "revoked" ? revokedAt : expiresAt;
  if (at === null) return t("key.works");
  return t.rich(state === "works" ? "key.works.ends" : `key.${state}`, { when: <RelativeTime at={at} now={now} /> });
}

function isLiving(state: KeyState): boolean {
  return state === "works" || state === "ending";
}
