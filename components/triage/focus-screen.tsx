"use client";

import { FocusBar } from "./focus-bar";
import type { TriageScreenProps } from "./triage-screen";
import { TriageScreen } from "./triage-screen";

/** One card alone. The bar above it comes with this screen, so that the queue, which has none, does not load it. */
export function FocusScreen(props: Omit<TriageScreenProps, "Bar">) {
  return <TriageScreen {...props} Bar={FocusBar} />;
}
