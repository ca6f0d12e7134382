"use client";

import clsx from "clsx";
import { Reply } from "lucide-react";

import { buttonClass } from "../ui/button-class";
import { Kbd } from "../ui/kbd";
import { useWords } from "../words/words-provider";
import { useBadge } from "./key-context";
import type { Triage } from "./use-triage";

export interface AnswerActProps extends Pick<Triage, "act" | "blocked"> {
  /** What is answered, for the button's name. */
  readonly subject: string;
  /** Where nothing can be approved the answer is what is asked for, and stands in the place of approving. */
  readonly main: boolean;
}

/** Opens the field for a reply in place of running it: decides nothing by itself. */
export function AnswerAct({ subject, main, blocked, act }: AnswerActProps) {
  const t = useWords("desk");
  const badge = useBadge("answer");
  const place = main
    ? "max-md:flex-[3_1_9.25rem] max-md:px-3 md:px-4.5"
    : "px-2 max-md:flex-[1_1_2.25rem] max-md:px-0 max-md:text-ink";
  return (
    <button
      type="button"
      aria-disabled={blocked !== null}
      aria-keyshortcuts={badge === "" ? undefined : badge}
      onClick={() => {
        if (blocked === null) act({ type: "command", command: "answer" });
      }}
      className={buttonClass(main ? "primary" : "ghost", "act", place)}
    >
      {badge !== "" && (
        <Kbd tone={main ? "on-ink" : "plain"} className={clsx("max-md:hidden", !main && "@max-[42rem]/bar:hidden")}>
          {badge}
        </Kbd>
      )}
      {!main && <Reply aria-hidden="true" className="size-[1.125rem] md:hidden" strokeWidth={1.75} />}
      <span className={main ? "" : "max-md:sr-only"}>{t(main ? "act.answerMain" : "act.answer")}</span>
      <span className="sr-only">: {subject}</span>
    </button>
  );
}
