"use client";

import type { ScreenFailedProps } from "../../components/shell/screen-failed";
import { later } from "../../components/ui/later";

/** Loaded when it is needed: every screen carries this file along. Where it cannot be loaded either, the page of last resort is shown. */
const screenFailed = later<ScreenFailedProps>(async () => (await import("../../components/shell/screen-failed")).ScreenFailed);

/** In place of a screen that failed in a way nobody foresaw. The navigation around it keeps working. */
export default function DashboardError(props: ScreenFailedProps) {
  return <screenFailed.Part {...props} />;
}
