"use client";

import type { ReactNode } from "react";
import { createContext, use, useState } from "react";

import type { StopNote } from "../../lib/contract/people";
import { later, useHereOnceIdle } from "../ui/later";
import type { LiveStopsProps } from "./live-stops";

const StopsContext = createContext<readonly StopNote[]>([]);
const live = later<LiveStopsProps>(async () => (await import("./frame-behind")).LiveStops);

export interface StopsProps {
  /** What was stopped when the page was made, and how it was drawn. */
  readonly given: readonly StopNote[];
  readonly drawn: ReactNode;
  readonly now: number;
  readonly children: ReactNode;
}

/** Above every screen: what is stopped, from the page at first and from the server's events once the browser is idle. */
export function Stops({ given, drawn, now, children }: StopsProps) {
  const [stops, setStops] = useState(given);
  return (
    <StopsContext value={stops}>
      <div role="status" className="sticky top-0 z-30">
        {useHereOnceIdle(live) ? <live.Part stops={stops} now={now} onStops={setStops} /> : drawn}
      </div>
      {children}
    </StopsContext>
  );
}

/** What is stopped now. */
export function useStops(): readonly StopNote[] {
  return use(StopsContext);
}
