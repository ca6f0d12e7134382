"use client";

import type { ReactNode } from "react";
import { createContext, use, useState } from "react";

import type { DeskMemory } from "../lib/client/desk-memory";
import { createDeskMemory } from "../lib/client/desk-memory";

const DeskContext = createContext<DeskMemory | null>(null);

/** Around every signed-in screen: what is known of the desk outlives the screen that shows it, and goes with the person. */
export function DeskProvider({ children }: { readonly children: ReactNode }) {
  const [memory] = useState(createDeskMemory);
  return <DeskContext value={memory}>{children}</DeskContext>;
}

/** What this tab knows of the desk. */
export function useDeskMemory(): DeskMemory {
  const memory = use(DeskContext);
  if (memory === null) throw new Error("a desk stands inside a DeskProvider");
  return memory;
}
