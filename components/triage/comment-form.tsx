"use client";

import { useState } from "react";

import { cardsApi } from "../../lib/client/cards-api";
import { PeopleApiError } from "../../lib/client/people-api";
import type { CommentView } from "../../lib/contract/together";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Field } from "../ui/field";
import { Textarea } from "../ui/textarea";
import { useWords } from "../words/words-provider";
import { refusalWords } from "./refusal-words";

export interface CommentFormProps {
  /** Of the proposal. */
  readonly id: string;
  readonly onSaid: (made: CommentView) => void;
  /** It may have been said all the same. */
  readonly onFailed: () => Promise<void>;
}

const TEXT_MAX = 2000;

/** Says something to the other people about a proposal. What was typed stays until it was said. */
export function CommentForm({ id, onSaid, onFailed }: CommentFormProps) {
  const [t, desk] = [useWords("deskPanels"), useWords("desk")];
  const [text, setText] = useState("");
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const send = async (): Promise<void> => {
    setPending(true);
    setFailure(null);
    try {
      onSaid(await cardsApi.comment(id, text));
      setText("");
    } catch (reason) {
      const unsent = reason instanceof PeopleApiError ? refusalWords(desk, reason, "") : null;
      setFailure(unsent === null ? t("comments.failed") : t("comments.refused", { says: unsent }));
      await onFailed();
    }
    setPending(false);
  };
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "" && !pending) void send();
      }}
    >
      <Field id="comment" label={t("comments.say")} hint={t("comments.say.hint")}>
        {(control) => (
          <Textarea
            {...control}
            // Then it scrolls: what sends it stays on the screen.
            className="max-h-[35dvh]"
            value={text}
            maxLength={TEXT_MAX}
            onChange={(event) => {
              setText(event.target.value);
            }}
          />
        )}
      </Field>
      {failure !== null && <Callout tone="failed" role="alert" title={failure} />}
      <div>
        <Button type="submit" variant="primary" disabled={pending || text.trim() === ""}>
          {t(pending ? "sending" : "comments.send")}
        </Button>
      </div>
    </form>
  );
}
