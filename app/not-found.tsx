import { FileQuestion } from "lucide-react";
import type { Metadata } from "next";

import { Brand } from "../components/shell/brand";
import { buttonClass } from "../components/ui/button-class";
import { EmptyState } from "../components/ui/empty-state";
import { Link } from "../components/ui/link";

export const metadata: Metadata = { title: "Not found" };

/** For an address that leads nowhere. Says nothing about what exists, signed in or not. */
export default function NotFoundPage() {
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center p-4">
      <Brand />
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        title="There is nothing at this address"
        says="The link may be old, or mistyped."
        icon={<FileQuestion className="size-[1.125rem]" strokeWidth={1.75} />}
        action={
          <Link href="/queue" className={buttonClass()}>
            Go to the queue
          </Link>
        }
      />
    </main>
  );
}
