"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";

import { useWords } from "../words/words-provider";
import { buttonClass } from "./button-class";

export interface CopyButtonProps {
  readonly text: string;
  /** What is copied: `Copy the digest`. */
  readonly label: string;
}

/** Puts a text on the clipboard and says so, in words, for two seconds. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const t = useWords("ui");
  const [state, setState] = useState<"ready" | "copied" | "failed">("ready");
  useEffect(() => {
    if (state === "ready") return undefined;
    const timer = setTimeout(() => setState("ready"), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setState("copied"),
      () => setState("failed"),
    );
  };
  const Icon = state === "copied" ? Check : Copy;
  return (
    <button type="button" onClick={copy} aria-label={label} className={buttonClass("ghost", "small")}>
      <Icon aria-hidden="true" className="size-3.5" strokeWidth={1.75} />
      <span aria-hidden="true">
        {state === "copied" ? t("copy.copied") : state === "failed" ? t("copy.select") : t("copy.copy")}
      </span>
      <span role="status" className="sr-only">
        {state === "copied" ? t("copy.copied") : state === "failed" ? t("copy.failed") : ""}
      </span>
    </button>
  );
}
