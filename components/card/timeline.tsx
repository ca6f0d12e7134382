import { ExactTime } from "../ui/exact-time";
import { words } from "../words/words";

/** One event of the ledger about this proposal. */
export interface TimelineEvent {
  readonly seq: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** `proposal.approved` */
  readonly type: string;
  readonly actor: string;
  readonly says: string;
  readonly hash: string;
}

/** Everything that happened, oldest first, each with the ledger's number and the start of its hash. */
export async function Timeline({ events }: { readonly events: readonly TimelineEvent[] }) {
  const t = await words("proposal");
  if (events.length === 0) return <p className="text-note text-ink-3">{t("timeline.none")}</p>;
  return (
    <ol className="text-note">
      {events.map((event) => (
        <li key={event.seq} className="relative grid grid-cols-[1rem_minmax(0,1fr)] gap-x-2 pb-4 last:pb-0">
          <span
            aria-hidden="true"
            className="relative flex justify-center before:absolute before:top-3.5 before:-bottom-5 before:w-px before:bg-rule [li:last-child>&]:before:hidden"
          >
            <span className="mt-[7px] size-[7px] rounded-full border border-rule-control bg-panel" />
          </span>
          <div className="min-w-0">
            <p lang="en" className="[overflow-wrap:anywhere] text-ink">
              {event.says}
            </p>
            <p className="flex flex-wrap gap-x-2 text-small text-ink-3">
              <span>
                <bdi>{event.actor}</bdi>
              </span>
              <ExactTime at={event.at} className="tabular" />
              <span translate="no" className="font-mono text-tiny leading-[1.125rem]" title={`${event.type} ${event.hash}`}>
                #{event.seq} {shortHash(event.hash)}
              </span>
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** The first and last four digits: enough to compare by eye, and two tokens to read. */
function shortHash(hash: string): string {
  const digits = hash.replace(/^sha256:/u, "");
  return digits.length <= 9 ? digits : `${digits.slice(0, 4)}…${digits.slice(-4)}`;
}
