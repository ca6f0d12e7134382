"use client";

import { useState } from "react";

import { signOut } from "../../lib/client/session";
import { Button } from "../ui/button";
import { useWords } from "../words/words-provider";

/** Ends the session everywhere it is checked, then leads to the sign-in page. */
export function SignOutButton() {
  const t = useWords("shell");
  const [pending, setPending] = useState(false);
  return (
    <Button
      variant="ghost"
      className="w-full justify-start px-1"
      disabled={pending}
      onClick={() => {
        setPending(true);
        void signOut().finally(() => {
          location.replace("/sign-in");
        });
      }}
    >
      {t("signOut")}
    </Button>
  );
}
