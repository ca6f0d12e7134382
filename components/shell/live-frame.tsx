"use client";

import type { ReactNode } from "react";
import { useSyncExternalStore } from "react";

import { shownFrame, watchFrame } from "../../lib/client/frame-store";
import { later, useLoadedWhenIdle } from "../ui/later";
import type { FramePartProps } from "./frame-part";

export interface LiveFrameProps extends Pick<FramePartProps, "part"> {
  /** The part as the page was made with it. */
  readonly drawn: ReactNode;
}

const live = later<FramePartProps>(async () => (await import("./frame-behind")).FramePart);

/** A part of the frame: as the page was made, until something has changed. */
export function LiveFrame({ part, drawn }: LiveFrameProps) {
  useLoadedWhenIdle(live);
  const frame = useSyncExternalStore(watchFrame, shownFrame, () => null);
  return frame === null ? drawn : <live.Part part={part} frame={frame} />;
}
