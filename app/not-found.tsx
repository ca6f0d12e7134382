import { FileQuestion } from "lucide-react";
import type { Metadata } from "next";

import { Brand } from "../components/shell/brand";
import { buttonClass } from "../components/ui/button-class";
import { EmptyState } from "../components/ui/empty-state";
import { Link } from "../components/ui/link";
import { words } from "../components/words/words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await words("shell");
  return { title: t("notFound") };
}

/** For an address that leads nowhere. Says nothing about what exists, signed in or not. */
export default async function NotFoundPage() {
  const t = await words("shell");
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center p-4">
      <Brand />
      <h1 className="sr-only">{t("notFound")}</h1>
      <EmptyState
        title={t("notFound.address")}
        says={t("notFound.address.says")}
        icon={<FileQuestion className="size-[1.125rem]" strokeWidth={1.75} />}
        action={
          <Link href="/queue" className={buttonClass()}>
            {t("toQueue")}
          </Link>
        }
      />
    </main>
  );
}
