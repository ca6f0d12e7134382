"use client";

import { RememberZone } from "../ui/remember-zone";
import type { HelpKeyProps } from "./help-key";
import { HelpKey } from "./help-key";
import { OfflinePage } from "./offline-page";

export interface FrameActsProps extends HelpKeyProps {
  /** The time zone that the server counts with. */
  readonly zone: string;
}

/** What every signed-in screen does besides showing itself: none of it is seen on the first frame. */
export function FrameActs({ keys, zone }: FrameActsProps) {
  return (
    <>
      <OfflinePage />
      <RememberZone known={zone} />
      <HelpKey keys={keys} />
    </>
  );
}
