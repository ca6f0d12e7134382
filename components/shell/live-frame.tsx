"use client";

import type { ReactNode } from "react";

import { later, useHereOnceIdle } from "../ui/later";
import type { FramePartProps } from "./frame-part";

export interface LiveFrameProps extends FramePartProps {
  /** The part as the page was made with it. */
  readonly drawn: ReactNode;
}

const live = later<FramePartProps>(async () => (await import("./frame-part")).FramePart);

/** A part of the frame: as the page was made at first, and held current once the browser is idle. */
export function LiveFrame({ drawn, ...part }: LiveFrameProps) {
  return useHereOnceIdle(live) ? <live.Part {...part} /> : drawn;
}
