"use client";

import { useCallback, useState } from "react";

/** What a regulated signature is made of beside the decision itself. */
export interface Signing {
  readonly meaning: boolean;
  readonly password: string;
  /** The password was not the right one: why, in words. */
  readonly failure: string | null;
  readonly complete: boolean;
  readonly setMeaning: (meaning: boolean) => void;
  readonly setPassword: (password: string) => void;
  /** Proves again who is signing. False when it failed: `failure` then says why. */
  readonly prove: () => Promise<boolean>;
}

export type ConfirmPassword = (password: string) => Promise<{ readonly ok: boolean; readonly detail: string }>;

/** The meaning of a signature in words and a fresh sign-in. Where `regulated` is false nothing is asked and nothing is missing. */
export function useSigning(regulated: boolean, confirmPassword: ConfirmPassword): Signing {
  const [meaning, setMeaning] = useState(false);
  const [password, setPassword] = useState("");
  const [failure, setFailure] = useState<string | null>(null);
  const prove = useCallback(async () => {
    if (!regulated) return true;
    setFailure(null);
    const unreachable = { ok: false, detail: "The server cannot be reached: nothing was signed." };
    const confirmed = await confirmPassword(password).catch(() => unreachable);
    if (!confirmed.ok) setFailure(confirmed.detail);
    return confirmed.ok;
  }, [regulated, confirmPassword, password]);
  const complete = !regulated || (meaning && password !== "");
  return { meaning, password, failure, complete, setMeaning, setPassword, prove };
}
