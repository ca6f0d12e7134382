import { useWords } from "../words/words-provider";

export interface PassingNewsProps {
  readonly stopped: boolean;
  /** Somebody has signed as the first of two. */
  readonly signed: boolean;
  /** Who else has this card open, or null. */
  readonly lookedAtBy: string | null;
}

/** What comes and goes about a card while it is open. Over its upper edge, where nothing is said, and in one line however narrow: nothing moves for it. */
export function PassingNews({ stopped, signed, lookedAtBy }: PassingNewsProps) {
  const t = useWords("desk");
  const notes = [
    stopped ? t("news.stopped") : null,
    signed ? t("news.signed") : null,
    lookedAtBy === null ? null : t("news.open", { name: lookedAtBy }),
  ].filter((note) => note !== null);
  return (
    <div
      role="note"
      className="pointer-events-none absolute inset-x-4 top-0 z-10 flex -translate-y-1/2 justify-end gap-1.5 text-small font-medium text-ink-2"
    >
      {notes.map((note) => (
        <p key={note} className="min-w-0 truncate rounded-full border border-rule-strong bg-panel px-2.5 py-0.5 shadow-card">
          {note}
        </p>
      ))}
    </div>
  );
}
