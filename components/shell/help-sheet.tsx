"use client";

import { usePathname } from "next/navigation";

import type { KeyBinding } from "../../lib/domain/input/key-map";
import { Link } from "../ui/link";
import { useWords } from "../words/words-provider";
import { keyGroups } from "./key-groups";
import { KeySheet } from "./key-sheet";

export interface HelpSheetProps {
  /** The keys in force. */
  readonly keys: readonly KeyBinding[];
  readonly onClose: () => void;
}

/** Where the keys work; on any other screen they are only told. */
const DESKS: ReadonlySet<string> = new Set(["/queue", "/focus", "/focus/warm-up"]);

/** Every key, from the map that the handlers use, and where more help is. The same sheet wherever `?` is pressed. */
export function HelpSheet({ keys, onClose }: HelpSheetProps) {
  const t = useWords("keys");
  const sheet = keys.find(({ command }) => command === "sheet");
  const atDesk = DESKS.has(usePathname());
  const says = atDesk || sheet === undefined ? t("on") : t("elsewhere", { key: sheet.badge });
  return (
    <KeySheet
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      says={sheet === undefined ? t("off") : says}
      groups={keyGroups(t, keys)}
      more={
        <>
          <HelpLink href="/account#keys" onFollow={onClose}>
            {t("settings")}
          </HelpLink>
          <HelpLink href="/docs/api" onFollow={onClose}>
            {t("reference")}
          </HelpLink>
        </>
      }
    />
  );
}

interface HelpLinkProps {
  readonly href: string;
  readonly onFollow: () => void;
  readonly children: string;
}

function HelpLink({ href, onFollow, children }: HelpLinkProps) {
  return (
    <Link href={href} onClick={onFollow} className="inline-flex min-h-8 items-center rounded-badge text-accent hover:underline">
      {children}
    </Link>
  );
}
