"use client";

import type { ReactNode } from "react";

import type { QueueParameters } from "../../lib/client/people-api";
import { deskHref } from "../../lib/client/queue-address";
import { isNarrowed } from "../../lib/client/queue-size";
import { ChevronLeft } from "../ui/icons-later";
import { Kbd } from "../ui/kbd";
import { srOnly } from "../ui/sr-only";
import { Link } from "../ui/link";
import { BreakRing } from "./break-ring";
import { useBadge } from "./key-context";
import { useWords } from "../words/words-provider";
import { countWords } from "./queue-words";
import { useRoomy } from "./room";
import type { Triage } from "./use-triage";

export interface FocusBarProps {
  readonly triage: Triage;
  readonly parameters: QueueParameters;
  /** The server's clock when the page was rendered. */
  readonly now: number;
  /** Whether this person decides here, and so may need a break. */
  readonly decides: boolean;
}

/** Above the one card: how much is left, and how near the next break is. */
export function FocusBar({ triage, parameters, now, decides }: FocusBarProps) {
  const t = useWords("desk");
  const { view } = triage.queue;
  // Back to the same view, with this card open where it has room beside the list.
  const href = deskHref("/queue", parameters, useRoomy() ? triage.selection.selected : null);
  const loaded = view.rows.filter((row) => row.left === null).length + view.arrivals.length;
  // What the list was narrowed to is counted as far as it is loaded.
  const left = isNarrowed(parameters)
    ? countWords(loaded, view.next === null ? Infinity : loaded)
    : countWords(view.counts[view.queue], view.countCap);
  return (
    <FocusHeader href={href} title={t(`section.${view.queue}`)} keys>
      {decides && <BreakRing sitting={triage.rest.sitting} reading={triage.card.activeMs} now={now} />}
      <LeftOver left={left ?? "0"} />
    </FocusHeader>
  );
}

/** How many are left, the number in the first ink. */
export function LeftOver({ left }: { readonly left: string }) {
  const t = useWords("desk");
  return (
    <p className="tabular">
      {t.rich("focus.left", { left, count: (inside) => <strong className="font-semibold text-ink">{inside}</strong> })}
    </p>
  );
}

export interface FocusHeaderProps {
  readonly href: string;
  readonly title: string;
  /** Whether the key that leads away works here. */
  readonly keys?: boolean;
  readonly children: ReactNode;
}

/** The bar above one card: the way back, and how it stands. Takes the place of the shell's own bars. */
export function FocusHeader({ href, title, keys = false, children }: FocusHeaderProps) {
  const t = useWords("desk");
  const [leave, sheet] = [useBadge("focus"), useBadge("sheet")];
  return (
    <header
      data-own-bar
      className="flex min-h-[2.8125rem] shrink-0 flex-wrap items-center gap-x-4 border-b border-rule bg-panel px-4 text-note text-ink-3 md:h-14 md:px-6"
    >
      <Link
        href={href}
        aria-keyshortcuts={keys && leave !== "" ? leave : undefined}
        className="-ms-1 inline-flex min-h-11 items-center gap-1.5 rounded-badge pe-3 hover:text-ink"
      >
        <ChevronLeft aria-hidden="true" className="size-4" strokeWidth={1.75} />
        {t.rich("focus.back", { hidden: srOnly })}
        {keys && leave !== "" && <Kbd className="max-md:hidden">{leave}</Kbd>}
      </Link>
      <p className="max-md:hidden">{title}</p>
      <Link
        href="/account#keys"
        data-help
        aria-haspopup="dialog"
        aria-keyshortcuts={sheet === "" ? undefined : sheet}
        className="ms-auto flex min-h-11 min-w-11 items-center justify-center gap-1.5 rounded-badge hover:text-ink"
      >
        {/* Under a thumb it stands for the word, which has no room; where single keys are off, no key is shown on a desk. */}
        <Kbd className={sheet === "" ? "md:hidden" : ""}>{sheet === "" ? "?" : sheet}</Kbd>
        <span className="max-md:sr-only">{t("focus.keys")}</span>
      </Link>
      <div className="flex items-center gap-2.5">{children}</div>
    </header>
  );
}
