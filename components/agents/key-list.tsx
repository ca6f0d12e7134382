import clsx from "clsx";
import { ChevronRight, KeyRound } from "lucide-react";

import { EmptyState } from "../ui/empty-state";
import { ExactTime, RelativeTime } from "../ui/relative-time";
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
export function KeyList({ keys, now, actions }: KeyListProps) {
  if (keys.length === 0) {
    return (
      <EmptyState
        title="No key yet"
        says={actions === null ? "An admin can make one." : "Without one this agent cannot propose anything."}
        icon={<KeyRound className="size-[1.125rem]" strokeWidth={1.75} />}
      />
    );
  }
  const rows = keys.map((key) => ({ key, state: keyState(key, now) }));
  const living = rows.filter(({ state }) => isLiving(state)).reverse();
  const dead = rows.filter(({ state }) => !isLiving(state)).reverse();
  return (
    <>
      <ul aria-label="Keys">
        {living.map(({ key, state }) => (
          <KeyRow key={key.id} agentKey={key} state={state} now={now} actions={actions} />
        ))}
      </ul>
      {dead.length > 0 && (
        <details className="group border-t border-rule">
          <summary className="flex items-center gap-1.5 px-5 py-2.5 text-note text-ink-3 -outline-offset-2 hover:text-ink">
            <ChevronRight aria-hidden="true" className="size-3.5 group-open:rotate-90" strokeWidth={1.75} />
            {dead.length} that {dead.length === 1 ? "has" : "have"} ended
          </summary>
          <ul aria-label="Keys that have ended">
            {dead.map(({ key, state }) => (
              <KeyRow key={key.id} agentKey={key} state={state} now={now} actions={null} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

interface KeyRowProps {
  readonly agentKey: KeyView;
  readonly state: KeyState;
  readonly now: number;
  readonly actions: KeyActions | null;
}

function KeyRow({ agentKey: key, state, now, actions }: KeyRowProps) {
  const living = isLiving(state);
  return (
    <li className="grid gap-x-4 gap-y-1 border-t border-rule px-5 py-3 first:border-t-0 sm:grid-cols-[minmax(0,1fr)_10.5rem_9.5rem] sm:items-center">
      <div className="min-w-0">
        <p className={clsx("flex flex-wrap items-baseline gap-x-2 text-body", living ? "text-ink" : "text-ink-3")}>
          <span className="font-strong [overflow-wrap:anywhere]">
            <bdi>{key.label}</bdi>
          </span>
          <code className="font-mono text-small text-ink-2">{key.prefix}…</code>
        </p>
        <p className="text-small text-ink-3">may {key.scopes.join(", ")}</p>
        <p className="text-small text-ink-3">
          made <ExactTime at={key.createdAt} className="tabular" />
          {key.createdByName !== null && (
            <>
              {" "}
              by <bdi>{key.createdByName}</bdi>
            </>
          )}
        </p>
      </div>
      <div className="min-w-0 text-note">
        <p className={living ? "text-ink-2" : "text-ink-3"}>
          <StateWords agentKey={key} state={state} now={now} />
        </p>
        <p className="text-small text-ink-3">
          {key.lastUsedAt === null ? (
            "never used"
          ) : (
            <>
              used <RelativeTime at={key.lastUsedAt} now={now} />
            </>
          )}
        </p>
      </div>
      {actions !== null && (
        <div className="-mx-2.5 flex gap-1 sm:justify-end">
          <KeyActs agentKey={key} mayRotate={state === "works"} rotate={actions.rotate} revoke={actions.revoke} />
        </div>
      )}
    </li>
  );
}

function StateWords({ agentKey: { expiresAt, revokedAt }, state, now }: Pick<KeyRowProps, "agentKey" | "state" | "now">) {
  if (state === "revoked" && revokedAt !== null) {
    return (
      <>
        Revoked <RelativeTime at={revokedAt} now={now} />
      </>
    );
  }
  if (expiresAt === null) return "Works, does not end";
  const word = { works: "Works, ends", ending: "Replaced, ends", expired: "Ended", revoked: "Revoked" }[state];
  return (
    <>
      {word} <RelativeTime at={expiresAt} now={now} />
    </>
  );
}

function isLiving(state: KeyState): boolean {
  return state === "works" || state === "ending";
}
