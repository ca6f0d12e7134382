"use client";

import { Button } from "../../components/ui/button";
import { ErrorState } from "../../components/ui/error-state";

interface Props {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

const NEXT = {
  numbered: "Try again; if it stays, tell an admin the number below.",
  bare: "Try again; if it stays, tell an admin.",
};

/** In place of a screen that failed in a way nobody foresaw. The navigation around it keeps working. */
export default function DashboardError({ error, reset }: Props) {
  return (
    <>
      <h1 className="sr-only">Something failed here</h1>
      <ErrorState
        title="Something failed here"
        says={`This screen could not be put together. Nothing was decided or changed by it. ${NEXT[error.digest === undefined ? "bare" : "numbered"]}`}
        requestId={error.digest ?? null}
        action={<Button onClick={reset}>Try again</Button>}
      />
    </>
  );
}
