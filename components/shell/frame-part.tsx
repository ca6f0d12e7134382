"use client";

import { useSyncExternalStore } from "react";

import { shownFrame, watchFrame } from "../../lib/client/live-frame";
import type { Frame } from "../../lib/contract/frame";
import { useWords } from "../words/words-provider";
import { DayFigures } from "./day-figures";
import { FrameBanner } from "./frame-banner";

export interface FramePartProps {
  readonly part: "count" | "day" | "banner";
  /** What the page was made with. */
  readonly given: Frame;
}

/** One of the parts that stand around every screen, as it is now. */
export function FramePart({ part, given }: FramePartProps) {
  const t = useWords("shell");
  const frame = useSyncExternalStore(watchFrame, shownFrame, () => null) ?? given;
  switch (part) {
    case "count":
      return frame.needsYou;
    case "day":
      return <DayFigures t={t} frame={frame} />;
    case "banner":
      return <FrameBanner t={t} frame={frame} />;
  }
}
