"use client";

import { useEffect } from "react";

import { showFrame, shownFrame } from "../../lib/client/frame-store";
import { followFrame } from "../../lib/client/live-frame";
import type { Frame } from "../../lib/contract/frame";
import { RememberZone } from "../ui/remember-zone";
import type { HelpKeyProps } from "./help-key";
import { HelpKey } from "./help-key";
import { OfflinePage } from "./offline-page";

export interface FrameActsProps extends HelpKeyProps {
  /** The time zone that the server counts with. */
  readonly zone: string;
  /** What stood around the page when it was made. */
  readonly given: Frame;
}

/** What every signed-in screen does besides showing itself: none of it is seen on the first frame. */
export function FrameActs({ keys, zone, given }: FrameActsProps) {
  useEffect(() => {
    // A page that was made anew knows better than what was shown before it.
    if (shownFrame() !== null) showFrame(given);
    return followFrame(given, zone);
  }, [given, zone]);
  return (
    <>
      <OfflinePage />
      <RememberZone known={zone} />
      <HelpKey keys={keys} />
    </>
  );
}
