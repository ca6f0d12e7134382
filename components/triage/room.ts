import { useSyncExternalStore } from "react";

/** Where there is room for a card beside the list. */
const BESIDE = "(min-width: 48rem)";

/** Whether a card has room beside the list. */
export function isRoomy(): boolean {
  return matchMedia(BESIDE).matches;
}

/** The same for what is drawn; on the server there is. */
export function useRoomy(): boolean {
  return useSyncExternalStore(follow, isRoomy, () => true);
}

function follow(onChange: () => void): () => void {
  const room = matchMedia(BESIDE);
  room.addEventListener("change", onChange);
  return () => {
    room.removeEventListener("change", onChange);
  };
}
