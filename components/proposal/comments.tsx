"use client";

import { useRouter } from "next/navigation";

import type { CommentList as CommentsSaid } from "../../lib/contract/together";
import { CommentForm } from "../triage/comment-form";
import { CommentList } from "../triage/comment-list";
import { Panel } from "../ui/panel";
import { useWords } from "../words/words-provider";

export interface CommentsProps {
  readonly proposal: string;
  readonly comments: CommentsSaid;
  /** Whether this person decides here: who only reads says nothing either. */
  readonly maySay: boolean;
}

/** What people said to each other about the proposal, and a way to say more. The agent sees none of it. */
export function Comments({ proposal, comments, maySay }: CommentsProps) {
  const t = useWords("deskPanels");
  const router = useRouter();
  return (
    <Panel id="comments" title={t("comments.title")}>
      <div className="flex flex-col gap-5">
        <CommentList comments={comments} />
        {maySay && (
          <CommentForm
            id={proposal}
            onSaid={() => {
              router.refresh();
            }}
            onFailed={() => {
              router.refresh();
              return Promise.resolve();
            }}
          />
        )}
      </div>
    </Panel>
  );
}
