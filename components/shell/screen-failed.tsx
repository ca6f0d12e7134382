"use client";

import { Button } from "../ui/button";
import { ErrorState } from "../ui/error-state";
import { useWords } from "../words/words-provider";

export interface ScreenFailedProps {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

/** What stands in place of a screen that failed, with the number that the log has it under. */
export function ScreenFailed({ error, reset }: ScreenFailedProps) {
  const t = useWords("shell");
  return (
    <>
      <h1 className="sr-only">{t("failed")}</h1>
      <ErrorState
        title={t("failed")}
        says={error.digest === undefined ? t("failed.bare") : t("failed.numbered")}
        number={error.digest === undefined ? null : t("failed.number", { id: error.digest })}
        action={<Button onClick={reset}>{t("again")}</Button>}
      />
    </>
  );
}
