"use client";

import type { Frame } from "../../lib/contract/frame";
import { useWords } from "../words/words-provider";
import { DayFigures } from "./day-figures";
import { BlockedStrip, ReturnedStrip } from "./frame-strips";

export interface FramePartProps {
  readonly part: "count" | "day" | "returned" | "blocked";
  readonly frame: Frame;
}

/** One of the parts that stand around every screen. */
export function FramePart({ part, frame }: FramePartProps) {
  const t = useWords("shell");
  switch (part) {
    case "count":
      return frame.needsYou;
    case "day":
      return <DayFigures t={t} frame={frame} />;
    case "returned":
      return <ReturnedStrip t={t} frame={frame} />;
    case "blocked":
      return <BlockedStrip t={t} frame={frame} />;
  }
}
