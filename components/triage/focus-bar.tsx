"use client";

import clsx from "clsx";
import type { ReactNode } from "react";

import { ChevronLeft } from "../ui/icons";
import { Kbd } from "../ui/kbd";
import { Link } from "../ui/link";
import { BreakRing } from "./break-ring";
import { useBadge } from "./key-context";
import { QUEUE_LABEL, countWords } from "./queue-words";
import type { Triage } from "./use-triage";

export interface FocusBarProps {
  readonly triage: Triage;
  /** Back to the list, with this card open. */
  readonly href: string;
  /** The server's clock when the page was rendered. */
  readonly now: number;
  /** Whether this person decides here, and so may need a break. */
  readonly decides: boolean;
}

/** Above the one card: how much is left, and how near the next break is. */
export function FocusBar({ triage, href, now, decides }: FocusBarProps) {
  const { view } = triage.queue;
  const left = countWords(view.counts[view.queue], view.countCap) ?? "0";
  return (
    <FocusHeader href={href} title={QUEUE_LABEL[view.queue]} keys>
      {decides && <BreakRing sitting={triage.rest.sitting} reading={triage.card.activeMs} now={now} />}
      <p className="tabular">
        <strong className="font-semibold text-ink">{left}</strong> left
      </p>
    </FocusHeader>
  );
}

export interface FocusHeaderProps {
  readonly href: string;
  readonly title: string;
  /** Whether the keys that lead away and to the sheet work here. */
  readonly keys?: boolean;
  readonly children: ReactNode;
}

/** The bar above one card: the way back, and how it stands. Takes the place of the shell's own bars. */
export function FocusHeader({ href, title, keys = false, children }: FocusHeaderProps) {
  const [leave, sheet] = [useBadge("focus"), useBadge("sheet")];
  return (
    <header
      data-own-bar
      className="flex h-[2.8125rem] shrink-0 items-center gap-4 border-b border-rule bg-panel px-4 text-note text-ink-3 md:h-14 md:px-6"
    >
      <Link
        href={href}
        aria-keyshortcuts={keys && leave !== "" ? leave : undefined}
        className="-ml-1 inline-flex min-h-11 items-center gap-1.5 rounded-badge pr-3 hover:text-ink"
      >
        <ChevronLeft aria-hidden="true" className="size-4" strokeWidth={1.75} />
        <span className="sr-only">Back to </span>
        Queue
        {keys && leave !== "" && <Kbd className="max-md:hidden">{leave}</Kbd>}
      </Link>
      <p className="max-md:hidden">{title}</p>
      {keys && sheet !== "" && (
        <p aria-hidden="true" className="ml-auto flex items-center gap-1.5 max-md:hidden">
          <Kbd>{sheet}</Kbd> keys
        </p>
      )}
      <div className={clsx("flex items-center gap-2.5", keys && sheet !== "" ? "max-md:ml-auto" : "ml-auto")}>{children}</div>
    </header>
  );
}
