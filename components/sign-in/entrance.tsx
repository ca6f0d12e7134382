import type { ReactNode } from "react";

import { Brand } from "../shell/brand";

/** The frame of the screens before anyone is signed in. */
export function Entrance({
  title,
  says,
  children,
}: {
  readonly title: string;
  readonly says: string;
  readonly children: ReactNode;
}) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-[26rem] flex-col justify-center gap-6 px-4 py-10">
      <Brand />
      <div className="rounded-card border border-rule bg-panel p-6 shadow-card">
        <h1 className="text-lead font-head">{title}</h1>
        <p className="mt-1 mb-5 text-note text-pretty text-ink-2">{says}</p>
        {children}
      </div>
    </main>
  );
}
