"use client";

import { Panel } from "../ui/panel";
import { useWords } from "../words/words-provider";
import { GrantList, type GrantListProps } from "./grant-list";

/** Every standing approval, newest first. */
export function StandingApprovals({ grants, revoke }: Pick<GrantListProps, "grants" | "revoke">) {
  const t = useWords("grants");
  return (
    <Panel id="standing" title={t("all")} note={t("all.note")} padding="flush">
      {grants.length === 0 ? (
        <p className="px-5 pb-4 text-note text-ink-3">{t("all.none")}</p>
      ) : (
        <GrantList grants={grants} revoke={revoke} />
      )}
    </Panel>
  );
}
