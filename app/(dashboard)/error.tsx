"use client";

import { Suspense, lazy } from "react";

import type { ScreenFailedProps } from "../../components/shell/screen-failed";

/** Loaded when it is needed: every screen carries this file along. Where it cannot be loaded either, the page of last resort is shown. */
const ScreenFailed = lazy(async () => ({ default: (await import("../../components/shell/screen-failed")).ScreenFailed }));

/** In place of a screen that failed in a way nobody foresaw. The navigation around it keeps working. */
export default function DashboardError(props: ScreenFailedProps) {
  return (
    <Suspense fallback={null}>
      <ScreenFailed {...props} />
    </Suspense>
  );
}
