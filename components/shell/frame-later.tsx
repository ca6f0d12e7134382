"use client";

import { later, useHereOnceIdle } from "../ui/later";
import type { FrameActsProps } from "./frame-acts";

const acts = later<FrameActsProps>(async () => (await import("./frame-behind")).FrameActs);

/** {@link FrameActs}, once the browser has nothing better to do: no card waits for it. */
export function FrameLater(props: FrameActsProps) {
  return useHereOnceIdle(acts) && <acts.Part {...props} />;
}
