"use client";

import { useState } from "react";

import { signOut } from "../../lib/client/session";
import { useWords } from "../words/words-provider";

/** Ends the session everywhere it is checked, then leads to the sign-in page. Looks like the links that it stands below. */
export function SignOutButton() {
  const t = useWords("shell");
  const [pending, setPending] = useState(false);
  return (
    <button
      type="button"
      className="flex min-h-8 items-center rounded-badge px-1 text-start text-ink-2 hover:bg-hover hover:text-ink disabled:opacity-50"
      disabled={pending}
      onClick={() => {
        setPending(true);
        void signOut().finally(() => {
          location.replace("/sign-in");
        });
      }}
    >
      {t("signOut")}
    </button>
  );
}
