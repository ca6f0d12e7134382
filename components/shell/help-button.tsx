import { Kbd } from "../ui/kbd";
import { Link } from "../ui/link";

export interface HelpButtonProps {
  /** `Keys and help`. */
  readonly label: string;
  /** What is printed on the key that does the same; null where single keys are switched off. */
  readonly badge: string | null;
}

/** Opens the sheet of help, for whoever has no such key: in the same place on every screen. Until that is loaded it leads to the keys themselves. */
export function HelpButton({ label, badge }: HelpButtonProps) {
  return (
    <Link
      href="/account#keys"
      data-help
      aria-haspopup="dialog"
      aria-keyshortcuts={badge ?? undefined}
      className="flex min-h-8 w-full items-center justify-between gap-2 rounded-control px-2.5 text-start text-note text-ink-2 hover:bg-hover hover:text-ink max-md:min-h-11"
    >
      {label}
      {badge !== null && <Kbd>{badge}</Kbd>}
    </Link>
  );
}
