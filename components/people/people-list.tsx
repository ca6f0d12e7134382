import clsx from "clsx";

import { ROLES } from "../../lib/domain/words";
import { RelativeTime } from "../ui/relative-time";
import { Tag } from "../ui/tag";
import { PersonActs } from "./person-acts";
import type { PeopleActions, PersonView } from "./person-view";
import { ROLE_SAYS, ROLE_WORD } from "./person-view";

export interface PeopleListProps {
  readonly people: readonly PersonView[];
  readonly now: number;
  /** Null for those who may only look. */
  readonly actions: PeopleActions | null;
}

/** Everyone who has or had an account. There is always one: whoever looks. */
export function PeopleList({ people, now, actions }: PeopleListProps) {
  return (
    <ul aria-label="People" className="overflow-clip rounded-card border border-rule bg-panel">
      {people.map((person) => (
        <PersonRow key={person.id} person={person} now={now} actions={actions} />
      ))}
    </ul>
  );
}

interface PersonRowProps {
  readonly person: PersonView;
  readonly now: number;
  readonly actions: PeopleActions | null;
}

function PersonRow({ person, now, actions }: PersonRowProps) {
  const gone = person.disabledAt !== null;
  return (
    <li
      className={clsx(
        "grid items-center gap-x-4 border-t border-rule py-2.5 pr-3 pl-5 first:border-t-0 sm:grid-cols-[minmax(0,1fr)_7rem_9rem_2.25rem]",
        actions === null ? "grid-cols-[minmax(0,1fr)]" : "grid-cols-[minmax(0,1fr)_2.25rem]",
      )}
    >
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 text-body">
          <span className={clsx("font-strong [overflow-wrap:anywhere]", gone ? "text-ink-3" : "text-ink")}>
            <bdi>{person.name}</bdi>
          </span>
          {person.you && <Tag>you</Tag>}
          {gone && <Tag>disabled</Tag>}
        </p>
        <p className="text-small [overflow-wrap:anywhere] text-ink-3">
          <bdi>{person.email}</bdi>
        </p>
      </div>
      <p className="text-note text-ink-2 max-sm:col-start-1">{ROLE_WORD[person.role]}</p>
      <p className="text-small text-ink-3 max-sm:col-start-1">
        {person.lastSeenAt === null ? (
          "never signed in"
        ) : (
          <>
            seen <RelativeTime at={person.lastSeenAt} now={now} />
          </>
        )}
      </p>
      {actions !== null && (
        <div className="max-sm:col-start-2 max-sm:row-span-3 max-sm:row-start-1">
          <PersonActs person={person} actions={actions} />
        </div>
      )}
    </li>
  );
}

/** What each role may do, in a line. */
export function RoleLegend() {
  return (
    <dl className="mt-3 grid gap-x-3 gap-y-1 px-5 text-small sm:grid-cols-[auto_minmax(0,1fr)]">
      {ROLES.map((role) => (
        <div key={role} className="contents">
          <dt className="text-ink-2">{ROLE_WORD[role]}</dt>
          <dd className="text-ink-3 max-sm:mb-1">{ROLE_SAYS[role]}</dd>
        </div>
      ))}
    </dl>
  );
}
