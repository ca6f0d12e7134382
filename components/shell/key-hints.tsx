import { Kbd } from "../ui/kbd";

export interface KeyHintsProps {
  readonly onKeys: () => void;
  readonly onCommands?: (() => void) | undefined;
}

/** The two keys that lead to all the others, as buttons: a hint that cannot be pressed helps nobody without a keyboard. */
export function KeyHints({ onKeys, onCommands }: KeyHintsProps) {
  const look = "inline-flex min-h-7 items-center gap-1 rounded-badge text-small text-ink-2 hover:text-ink";
  return (
    <div className="flex flex-wrap gap-x-2 px-2.5 max-md:hidden">
      <button type="button" onClick={onKeys} aria-keyshortcuts="?" className={look}>
        <Kbd>?</Kbd> keys
      </button>
      {onCommands !== undefined && (
        <button type="button" onClick={onCommands} aria-keyshortcuts="Control+K Meta+K" className={look}>
          <Kbd>⌘K</Kbd> commands
        </button>
      )}
    </div>
  );
}
