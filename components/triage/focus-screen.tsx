"use client";

import { COVERS } from "./covers";
import { FocusBar } from "./focus-bar";
import type { TriageScreenProps } from "./triage-screen";
import { TriageScreen } from "./triage-screen";

/** One card alone. The bar above it, and what may stand before it, come with this screen, so that the queue, which has neither, does not load them. */
export function FocusScreen(props: Omit<TriageScreenProps, "Bar" | "covers">) {
  return <TriageScreen {...props} Bar={FocusBar} covers={COVERS} />;
}
