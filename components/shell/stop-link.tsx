import { Link } from "../ui/link";
import { words } from "../words/words";
import { OctagonX } from "./frame-icons";

/** The way to stop an agent, from every screen: never more than one click off. */
export async function StopLink({ href }: { readonly href: string }) {
  const t = await words("shell");
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
