import { Link } from "../ui/link";

/** The name, and the way home. */
export function Brand({ href = "/" }: { readonly href?: string }) {
  return (
    <Link
      href={href}
      className="inline-flex min-h-6 items-center gap-2 rounded-badge text-[0.9375rem] font-bold tracking-[-0.01em] text-ink"
    >
      <BrandMark />
      <span translate="no">Countersign</span>
    </Link>
  );
}

/** A C in a seal. Decorative: the name stands beside it. */
export function BrandMark() {
  return (
    <svg aria-hidden="true" viewBox="0 0 18 18" className="size-[1.125rem] shrink-0">
      <rect width="18" height="18" rx="5" fill="var(--ink)" />
      <path d="M11.6 7.1a3.1 3.1 0 1 0 0 3.8" fill="none" stroke="var(--on-ink)" strokeWidth="1.7" strokeLinecap="round" />
    </svg>
  );
}
