import { WifiOff } from "../ui/icons";

/** Stands at the top while the server cannot be reached: nothing can be decided, and nothing is kept for later. */
export function ConnectionBanner() {
  return (
    <div
      role="alert"
      className="flex items-center gap-2 border-b border-removed-ground bg-failed-ground px-4 py-2 text-note text-ink-2"
    >
      <WifiOff aria-hidden="true" className="size-4 shrink-0 text-removed" strokeWidth={1.75} />
      <p>
        <strong className="font-semibold text-removed">Connection lost.</strong> Deciding is off until it is back. Nothing you see
        is lost.
      </p>
    </div>
  );
}
