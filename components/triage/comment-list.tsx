"use client";

import type { CommentView } from "../../lib/contract/together";
import { plain } from "../../lib/domain/card/spans";
import { Spans } from "../card/spans";
import { ExactTime } from "../ui/relative-time";
import { useWords } from "../words/words-provider";

/** What people said about a proposal, oldest first. */
export function CommentList({ comments }: { readonly comments: readonly CommentView[] }) {
  const t = useWords("deskPanels");
  if (comments.length === 0) return <p className="text-note text-ink-3">{t("comments.none")}</p>;
  return (
    <ul className="flex flex-col gap-3 text-note">
      {comments.map((comment) => (
        <li key={comment.id}>
          <p className="text-ink-3">
            <bdi className="font-medium text-ink-2">{comment.by.name}</bdi> · <ExactTime at={comment.at} />
          </p>
          <p className="whitespace-pre-wrap text-ink [overflow-wrap:anywhere]" dir="auto">
            <Spans spans={plain(comment.text)} />
          </p>
        </li>
      ))}
    </ul>
  );
}
