import type { Frame } from "../contract/frame";
import { showFrame, shownFrame } from "./frame-store";
import { followEvents } from "./live-events";
import { get } from "./people-api";

/** So long after something happened the frame is read anew, milliseconds: once for all that happens meanwhile. */
const PAUSE_MS = 1_500;

/**
 * Keeps the frame as the server has it, until the returned function is called: read anew after a proposal or the policy changed, while somebody can
 * see it. `given` is what the page was made with, `zone` (IANA) says when the day began.
 */
export function followFrame(given: Frame, zone: string): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reading: AbortController | null = null;
  let again = false;
  let leave: (() => void) | null = null;

  const read = async (): Promise<void> => {
    timer = undefined;
    const { signal } = (reading = new AbortController());
    // What cannot be read now is read after the next event, or once the stream is back.
    const frame = await get<Frame>(`/frame?${new URLSearchParams({ zone }).toString()}`, signal, true).catch(() => null);
    if (signal.aborted) return;
    reading = null;
    if (frame !== null && !isSame(frame, shownFrame() ?? given)) showFrame(frame);
    if (again) soon();
  };
  /** An answer that is under way is waited for, however slow it is. */
  const soon = (): void => {
    again = reading !== null;
    if (!again) timer ??= setTimeout(() => void read(), PAUSE_MS);
  };
  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
    reading?.abort();
    reading = null;
    leave?.();
    leave = null;
  };
  const follow = (): void => {
    stop();
    // A tab out of sight holds no stream open for this: it reads anew when it is looked at.
    if (document.hidden) return;
    leave = followEvents({
      onEvent: ({ type }) => {
        if (type === "proposal" || type === "policy") soon();
      },
      onOpen: soon,
    });
  };

  follow();
  document.addEventListener("visibilitychange", follow);
  return () => {
    document.removeEventListener("visibilitychange", follow);
    stop();
  };
}

/** What is the same is not drawn anew: whoever is about to press it would press beside it. */
function isSame(one: Frame, other: Frame): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
