import type { Metadata } from "next";

import { BrandMark } from "../components/shell/brand";
import { buttonClass } from "../components/ui/button-class";
import { EmptyState } from "../components/ui/empty-state";
import { words } from "../components/words/words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await words("shell");
  return { title: t("notFound") };
}

/**
 * For an address that leads nowhere. Says nothing about what exists, signed in or not. Every screen carries it along, so it has no part that runs in
 * the browser: no icon, and plain addresses.
 */
export default async function NotFoundPage() {
  const t = await words("shell");
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center py-4">
      {/* eslint-disable-next-line @next/next/no-html-link-for-pages -- a link that runs no script, on purpose: see above */}
      <a href="/" className="inline-flex min-h-6 items-center gap-2 rounded-badge font-bold tracking-[-0.01em] text-ink">
        <BrandMark />
        <span translate="no">Countersign</span>
      </a>
      <h1 className="sr-only">{t("notFound")}</h1>
      <EmptyState
        title={t("notFound.address")}
        says={t("notFound.address.says")}
        action={
          <a href="/queue" className={buttonClass()}>
            {t("toQueue")}
          </a>
        }
      />
    </main>
  );
}
