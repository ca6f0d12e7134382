import { Link } from "../ui/link";
import { words } from "../words/words";
import { OctagonX } from "./frame-icons";

export interface KillSwitchStripProps {
  /** What is stopped, in words: `billing-bot`, `every payment`; empty when nothing is. */
  readonly stopped: readonly string[];
  /** Where agents are stopped and started. */
  readonly href: string;
}

/** Whether anything is stopped, on every screen, and the way to stop it: never more than one click off. */
export async function KillSwitchStrip({ stopped, href }: KillSwitchStripProps) {
  const t = await words("shell");
  if (stopped.length === 0) {
    return (
      <Link
        href={href}
        className="flex min-h-8 items-center gap-2 rounded-control px-2.5 text-small text-ink-3 hover:bg-hover hover:text-ink max-md:min-h-11"
      >
        <OctagonX aria-hidden="true" className="size-4 shrink-0" strokeWidth={1.75} />
        {t("stop")}
      </Link>
    );
  }
  return (
    <Link
      href={href}
      className="block rounded-control border border-removed-ground bg-failed-ground px-2.5 py-2 text-small text-ink-2 hover:border-removed"
    >
      <span className="flex items-center gap-1.5 font-semibold text-removed">
        <OctagonX aria-hidden="true" className="size-4 shrink-0" strokeWidth={1.75} />
        {t("stopped")}
      </span>
      <span dir="auto" className="[overflow-wrap:anywhere]">
        {stopped.join(", ")}
      </span>
    </Link>
  );
}
