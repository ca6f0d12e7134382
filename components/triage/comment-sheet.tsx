"use client";

import { useQuery } from "@tanstack/react-query";
import { use } from "react";

import { commentsQuery, queryKeys } from "../../lib/client/queries";
import type { CardDetail } from "../../lib/contract/people";
import { useDeskMemory } from "../desk-provider";
import { Callout } from "../ui/callout";
import { Field } from "../ui/field";
import { LoadingLine } from "../ui/loading-line";
import { Select } from "../ui/select";
import { Sheet } from "../ui/sheet";
import { useWords } from "../words/words-provider";
import { CommentForm } from "./comment-form";
import { CommentList } from "./comment-list";
import type { Triage } from "./use-triage";
import { refusalWords } from "./refusal-words";

export interface CommentSheetProps {
  readonly triage: Triage;
  readonly detail: CardDetail;
  /** Everyone an item can be given to. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** What people say to each other about one card, and whose it is. The agent sees none of it. */
export function CommentSheet({ triage, detail, people }: CommentSheetProps) {
  const t = useWords("deskPanels");
  const { id, headline } = detail.row;
  return (
    <Sheet
      open
      title={t("comments.title")}
      onOpenChange={(open) => {
        if (!open) triage.panels.close();
      }}
    >
      <div className="flex flex-col gap-6 p-5">
        <p className="text-note text-ink-2">
          <bdi className="[overflow-wrap:anywhere]">{headline}</bdi>
        </p>
        <Assignee triage={triage} detail={detail} people={people} />
        <Said id={id} />
      </div>
    </Sheet>
  );
}

function Assignee({ triage, detail, people }: CommentSheetProps) {
  const [t, desk] = [useWords("deskPanels"), useWords("desk")];
  const { row } = detail;
  if (row.status !== "pending") return null;
  const options = [
    { value: "", label: desk("whose.all") },
    ...people.map((person) => ({ value: person.id, label: person.name, labelIsName: true })),
  ];
  return (
    <Field id="assignee" label={t("comments.whose")} hint={t("comments.whose.hint")}>
      {(control) => (
        <Select
          {...control}
          value={row.assignee?.id ?? ""}
          options={options}
          onChange={(event) => {
            void triage.decisions.assign(row.id, event.target.value === "" ? null : event.target.value);
          }}
        />
      )}
    </Field>
  );
}

function Said({ id }: { readonly id: string }) {
  const [t, desk] = [useWords("deskPanels"), useWords("desk")];
  const { client } = use(useDeskMemory().answers.load());
  const { data: comments, error } = useQuery(commentsQuery(id), client);
  // What is written stands below what was said: drawn before that, it would move.
  if (comments === undefined && error === null)
    return (
      <div className="relative">
        <LoadingLine says={t("comments.loading")} />
      </div>
    );
  return (
    <>
      {error !== null && (
        <Callout
          tone="failed"
          role="alert"
          title={t("comments.unread", { says: refusalWords(desk, error, desk("failed.here")) })}
        />
      )}
      {comments !== undefined && <CommentList comments={comments} />}
      <CommentForm
        id={id}
        onSaid={(made) => {
          client.setQueryData(
            commentsQuery(id).queryKey,
            (all) => all && { ...all, items: [...all.items.filter((one) => one.id !== made.id), made] },
          );
        }}
        onFailed={() => client.invalidateQueries({ queryKey: queryKeys.comments(id) })}
      />
    </>
  );
}
