"use client";

import { useCallback, useState, type ReactNode } from "react";

import { english } from "../ui/english";
import { useWords } from "../words/words-provider";
import type { Refused } from "./decided";

/** What a signature may be made of beside the decision itself. */
export interface Signing {
  readonly meaning: boolean;
  readonly password: string;
  /** The password was not the right one: why, in words. */
  readonly failure: ReactNode;
  readonly complete: boolean;
  /** The server has asked for the password where the screen did not: the sign-in is too old for what two people sign. */
  readonly again: boolean;
  readonly setMeaning: (meaning: boolean) => void;
  readonly setPassword: (password: string) => void;
  /** Proves again who is signing. False when it failed: `failure` then says why. */
  readonly prove: () => Promise<boolean>;
  /** Call with what the server said to the signature. */
  readonly heard: (refused: Refused | null) => void;
}

/** What proving oneself came to; `detail` is English unless it is the screen's `own` words. */
export interface Confirmed {
  readonly ok: boolean;
  readonly detail: string;
  readonly own?: true;
}

export type ConfirmPassword = (password: string) => Promise<Confirmed>;

/**
 * The meaning of a signature in words and a fresh sign-in. Where `regulated` is false nothing is missing before the server asks for it; `asked`: it has.
 */
export function useSigning(regulated: boolean, confirmPassword: ConfirmPassword, asked = false): Signing {
  const t = useWords("deskPanels");
  const [meaning, setMeaning] = useState(false);
  const [password, setPassword] = useState("");
  const [failure, setFailure] = useState<ReactNode>(null);
  const [stale, setStale] = useState(asked);
  const asksPassword = regulated || stale;
  const prove = useCallback(async () => {
    if (!asksPassword) return true;
    setFailure(null);
    const unreachable: Confirmed = { ok: false, detail: t("sign.unreached"), own: true };
    const confirmed = await confirmPassword(password).catch(() => unreachable);
    if (!confirmed.ok) setFailure(confirmed.own === true ? confirmed.detail : english(confirmed.detail));
    return confirmed.ok;
  }, [asksPassword, confirmPassword, password, t]);
  const heard = useCallback(
    (refused: Refused | null) => {
      if (refused?.code !== "stale_sign_in") return;
      // The password was right, and the server holds it for too old all the same, as where two servers’ clocks differ.
      if (stale) setFailure(refused.says);
      setStale(true);
    },
    [stale],
  );
  const complete = (!regulated || meaning) && (!asksPassword || password !== "");
  return { meaning, password, failure, complete, again: stale && !regulated, setMeaning, setPassword, prove, heard };
}

/** True for a refusal that the field of the password says itself. */
export function isSaidByPassword({ code }: Refused, { again }: Pick<Signing, "again">): boolean {
  return again && code === "stale_sign_in";
}
