"use client";

import { Ellipsis, MessageSquare } from "lucide-react";
import { usePathname } from "next/navigation";

import type { CardDetail } from "../../lib/contract/people";
import { nameOf, type CommandName } from "../../lib/domain/input/key-map";
import { useAnnounce } from "../ui/announcer";
import { IconButton } from "../ui/icon-button";
import { Menu, MenuItem } from "../ui/menu";
import { useWords } from "../words/words-provider";
import { badgeOf, useKeyMap } from "./key-context";
import { offersOf } from "./offers";
import type { Triage } from "./use-triage";

export interface CardMoreProps extends Pick<Triage, "act" | "me"> {
  readonly detail: CardDetail;
}

/** Everything about a card that has a key and no button in every layout, in its corner: for whoever points or taps. And how much was said of it. */
export function CardMore({ act, me, detail }: CardMoreProps) {
  const t = useWords("deskPanels");
  const { row } = detail;
  const comments = () => act({ type: "command", command: "comment" });
  return (
    <div className="absolute end-1 top-1.5 z-10 flex max-md:top-1 md:end-3 md:top-2.5">
      {row.comments > 0 && (
        <button
          type="button"
          onClick={comments}
          aria-label={t("comments.count", { count: row.comments })}
          className="tabular inline-flex h-9 items-center gap-1.5 rounded-control px-2 text-note font-medium text-ink-2 hover:bg-hover hover:text-ink max-md:h-11 pointer-coarse:h-11"
        >
          <MessageSquare aria-hidden="true" className="size-4" strokeWidth={1.75} />
          {row.comments}
        </button>
      )}
      <Menu
        label={t("more")}
        trigger={
          <IconButton
            label={t("more")}
            icon={<Ellipsis aria-hidden="true" className="size-[1.125rem]" strokeWidth={1.75} />}
            className="max-md:size-11 pointer-coarse:size-11"
          />
        }
      >
        <Items act={act} me={me} detail={detail} />
      </Menu>
    </div>
  );
}

function Items({ act, me, detail }: CardMoreProps) {
  const [t, names] = [useWords("deskPanels"), useWords("keys")];
  const keys = useKeyMap();
  // There the bar above leads back, and a phone has nothing but this.
  const alone = usePathname() === "/focus";
  const { row } = detail;
  const waits = row.status === "pending" && row.look === null;
  const item = (command: Exclude<CommandName, "approve" | "reject" | "pick">, label = nameOf(names(`key.${command}`))) => {
    const badge = badgeOf(keys, command);
    return (
      <MenuItem
        {...(badge === "" ? {} : { shortcut: badge })}
        onSelect={() => {
          act({ type: "command", command });
        }}
      >
        {label}
      </MenuItem>
    );
  };
  return (
    <>
      {/* The bar has no room for it on a phone, and elsewhere the card links it only where the agent handed something over. */}
      {item("evidence")}
      {item("comment", t(waits ? "more.comment" : "more.commentOnly"))}
      {waits && item("take", row.assignee?.id === me ? t("more.giveBack") : undefined)}
      {waits && offersOf(detail).reject && item("ask")}
      {item("later")}
      {item("why")}
      {!alone && item("focus")}
      {item("stop_agent")}
      <CopyLink id={row.id} />
      {item("palette")}
    </>
  );
}

function CopyLink({ id }: { readonly id: string }) {
  const t = useWords("deskPanels");
  const announce = useAnnounce();
  return (
    <MenuItem
      onSelect={() => {
        navigator.clipboard.writeText(`${location.origin}/proposals/${id}`).then(
          () => {
            announce(t("more.copied"));
          },
          () => {
            announce(t("more.notCopied"), "assertive");
          },
        );
      }}
    >
      {t("more.copy")}
    </MenuItem>
  );
}
