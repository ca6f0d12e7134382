"use client";

import { Monitor, Smartphone } from "lucide-react";

import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { ExactTime } from "../ui/exact-time";
import { RelativeTime } from "../ui/relative-time";
import { Tag } from "../ui/tag";
import { useAction } from "../ui/use-action";
import { srOnly } from "../ui/sr-only";
import { useWords } from "../words/words-provider";
import type { AccountActions, SessionView } from "./account-view";
import { deviceWords } from "./device-words";

export interface SessionListProps extends Pick<AccountActions, "endSession" | "endOthers"> {
  /** This one first. */
  readonly sessions: readonly SessionView[];
  readonly now: number;
}

/** Where one is signed in, and the way to end it there. */
export function SessionList({ sessions, now, endSession, endOthers }: SessionListProps) {
  const t = useWords("account");
  const ending = useAction(endSession);
  const endingAll = useAction(endOthers);
  const failure = ending.failure ?? endingAll.failure;
  const pending = ending.pending || endingAll.pending;
  return (
    <>
      {failure !== null && (
        <div className="px-5 pb-3">
          <Callout tone="failed" role="alert" title={failure} />
        </div>
      )}
      <ul>
        {sessions.map((session) => (
          <li key={session.id} className="flex items-center gap-x-4 border-t border-rule px-5 py-3 first:border-t-0">
            <Device userAgent={session.userAgent} />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-x-2 text-body text-ink">
                {deviceWords(t, session.userAgent)}
                {session.current && <Tag>{t("sessions.this")}</Tag>}
              </p>
              <p className="text-small text-ink-3">
                {session.current
                  ? t.rich("sessions.since", { since: <ExactTime at={session.createdAt} className="tabular" /> })
                  : t.rich("sessions.sinceAndSeen", {
                      since: <ExactTime at={session.createdAt} className="tabular" />,
                      seen: <RelativeTime at={session.lastSeenAt} now={now} />,
                    })}
              </p>
            </div>
            {!session.current && (
              <Button
                size="small"
                variant="ghost"
                aria-disabled={pending || undefined}
                onClick={() => ending.run({ sessionId: session.id })}
              >
                {t.rich("sessions.signOut", { device: deviceWords(t, session.userAgent), hidden: srOnly })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 2 && (
        <div className="border-t border-rule px-5 py-3">
          <Button size="small" aria-disabled={pending || undefined} onClick={() => endingAll.run(null)}>
            {t("sessions.signOutOthers")}
          </Button>
        </div>
      )}
      {sessions.length === 1 && <p className="px-5 pb-4 text-note text-ink-3">{t("sessions.noOther")}</p>}
    </>
  );
}

function Device({ userAgent }: { readonly userAgent: string | null }) {
  const Icon = /\bMobile\b|\bAndroid\b|\biPhone\b/.test(userAgent ?? "") ? Smartphone : Monitor;
  return <Icon aria-hidden="true" className="size-[1.125rem] shrink-0 text-ink-3" strokeWidth={1.75} />;
}
