"use client";

import { Button } from "../../components/ui/button";
import { ErrorState } from "../../components/ui/error-state";
import { useWords } from "../../components/words/words-provider";

interface Props {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

/** In place of a screen that failed in a way nobody foresaw. The navigation around it keeps working. */
export default function DashboardError({ error, reset }: Props) {
  const t = useWords("shell");
  return (
    <>
      <h1 className="sr-only">{t("failed")}</h1>
      <ErrorState
        title={t("failed")}
        says={error.digest === undefined ? t("failed.bare") : t("failed.numbered")}
        requestId={error.digest ?? null}
        action={<Button onClick={reset}>{t("again")}</Button>}
      />
    </>
  );
}
