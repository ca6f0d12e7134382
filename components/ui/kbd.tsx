import clsx from "clsx";

export interface KbdProps {
  readonly children: string;
  readonly tone?: "plain" | "on-ink";
  readonly className?: string;
}

/** A key cap. Hidden from screen readers: the control it belongs to carries `aria-keyshortcuts`. */
export function Kbd({ children, tone = "plain", className }: KbdProps) {
  return (
    <kbd
      aria-hidden="true"
      className={clsx(
        "inline-grid h-[1.1875rem] min-w-[1.1875rem] shrink-0 place-items-center rounded-[4px] border border-b-2 px-1 font-mono text-tiny leading-none font-medium",
        tone === "plain" ? "border-rule-strong bg-panel text-ink-2" : "border-current/45 bg-transparent text-current/85",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
