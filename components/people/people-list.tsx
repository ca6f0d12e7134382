import clsx from "clsx";

import { ROLES } from "../../lib/domain/words";
import { RelativeTime } from "../ui/relative-time";
import { Tag } from "../ui/tag";
import type { Words } from "../words/make-words";
import { words } from "../words/words";
import { PersonActs } from "./person-acts";
import type { PeopleActions, PersonView } from "./person-view";

export interface PeopleListProps {
  readonly people: readonly PersonView[];
  readonly now: number;
  /** Null for those who may only look. */
  readonly actions: PeopleActions | null;
}

/** Everyone who has or had an account. There is always one: whoever looks. */
export async function PeopleList({ people, now, actions }: PeopleListProps) {
  const [t, frame] = await Promise.all([words("people"), words("shell")]);
  return (
    <ul aria-label={t("page")} className="overflow-clip rounded-card border border-rule bg-panel">
      {people.map((person) => (
        <PersonRow key={person.id} t={t} frame={frame} person={person} now={now} actions={actions} />
      ))}
    </ul>
  );
}

interface PersonRowProps {
  readonly t: Words<"people">;
  readonly frame: Words<"shell">;
  readonly person: PersonView;
  readonly now: number;
  readonly actions: PeopleActions | null;
}

function PersonRow({ t, frame, person, now, actions }: PersonRowProps) {
  const gone = person.disabledAt !== null;
  return (
    <li
      className={clsx(
        "grid items-center gap-x-4 border-t border-rule py-2.5 ps-5 pe-3 first:border-t-0 sm:grid-cols-[minmax(0,1fr)_7rem_9rem_2.25rem]",
        actions === null ? "grid-cols-[minmax(0,1fr)]" : "grid-cols-[minmax(0,1fr)_2.25rem]",
      )}
    >
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 text-body">
          <span className={clsx("font-strong [overflow-wrap:anywhere]", gone ? "text-ink-3" : "text-ink")}>
            <bdi>{person.name}</bdi>
          </span>
          {person.you && <Tag>{t("you")}</Tag>}
          {gone && <Tag>{t("disabled")}</Tag>}
        </p>
        <p className="text-small [overflow-wrap:anywhere] text-ink-3">
          <bdi>{person.email}</bdi>
        </p>
      </div>
      <p className="text-note text-ink-2 max-sm:col-start-1">{frame(`role.${person.role}`)}</p>
      <p className="text-small text-ink-3 max-sm:col-start-1">
        {person.lastSeenAt === null
          ? t("neverSeen")
          : t.rich("seen", { when: <RelativeTime at={person.lastSeenAt} now={now} /> })}
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
export async function RoleLegend() {
  const [t, frame] = await Promise.all([words("people"), words("shell")]);
  return (
    <dl className="mt-3 grid gap-x-3 gap-y-1 px-5 text-small sm:grid-cols-[auto_minmax(0,1fr)]">
      {ROLES.map((role) => (
        <div key={role} className="contents">
          <dt className="text-ink-2">{frame(`role.${role}`)}</dt>
          <dd className="text-ink-3 max-sm:mb-1">{t(`role.${role}.says`)}</dd>
        </div>
      ))}
    </dl>
  );
}
