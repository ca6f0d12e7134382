"use client";

import type { ReactNode } from "react";

import { Dialog } from "../ui/dialog";
import { Kbd } from "../ui/kbd";
import { useWords } from "../words/words-provider";

export interface KeyGroup {
  readonly title: string;
  readonly keys: readonly KeyEntry[];
}

export interface KeyEntry {
  /** Alternatives, each one key or chord: `["J", "↓"]`. */
  readonly keys: readonly string[];
  readonly does: string;
}

export interface KeySheetProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly groups: readonly KeyGroup[];
  /** Where and whether they work: said first. */
  readonly says: string;
  /** Links to where more help is. */
  readonly more: ReactNode;
}

/** Every key and what it does. Help is in the same place on every screen: `?`. */
export function KeySheet({ open, onOpenChange, groups, says, more }: KeySheetProps) {
  const t = useWords("keys");
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("title")} description={says} width="wide">
      <div className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
        {groups.map((group) => (
          <section key={group.title} aria-label={group.title}>
            <h3 className="mb-1 text-small font-semibold text-ink-3">{group.title}</h3>
            <dl>
              {group.keys.map((entry) => (
                <div
                  key={entry.does}
                  className="flex min-h-8 items-center py-1 justify-between gap-4 tight:flex-wrap tight:gap-y-1 border-b border-rule text-note last:border-0"
                >
                  <dt className="order-2 flex shrink-0 gap-1">
                    {entry.keys.map((key) => (
                      <span key={key}>
                        <Kbd>{key}</Kbd>
                        <span className="sr-only">{key} </span>
                      </span>
                    ))}
                  </dt>
                  <dd className="text-ink-2">{entry.does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section aria-label={t("more")}>
          <h3 className="mb-1 text-small font-semibold text-ink-3">{t("more")}</h3>
          <div className="flex flex-col items-start text-note">{more}</div>
        </section>
      </div>
    </Dialog>
  );
}
