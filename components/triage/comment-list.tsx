"use client";

import type { CommentList as Comments } from "../../lib/contract/together";
import { plain } from "../../lib/domain/card/spans";
import { Spans } from "../card/spans";
import { ExactTime } from "../ui/exact-time";
import { useWords } from "../words/words-provider";

/** What people said about a proposal, oldest first; or that it is told only after one's own decision. */
export function CommentList({ comments: { items, sealed } }: { readonly comments: Comments }) {
  const t = useWords("deskPanels");
  return (
    <>
      {sealed && <p className="text-note text-ink-2">{t("comments.sealed")}</p>}
      {items.length === 0 && !sealed && <p className="text-note text-ink-3">{t("comments.none")}</p>}
      {items.length > 0 && <Said items={items} />}
    </>
  );
}

function Said({ items }: Pick<Comments, "items">) {
  return (
    <ul className="flex flex-col gap-3 text-note">
      {items.map((comment) => (
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
