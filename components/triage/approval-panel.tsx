"use client";

import clsx from "clsx";
import { useEffect, useState } from "react";

import { asSentence } from "../../lib/contract/action-result";
import type { CardDetail } from "../../lib/contract/people";
import { DecisiveMatch } from "../card/decisive-match";
import { saidIn } from "../card/said-in";
import { useAnnounce } from "../ui/announcer";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Field } from "../ui/field";
import { Select } from "../ui/select";
import { useWords } from "../words/words-provider";
import { byKeys } from "./by-keys";
import { PasswordField, SigningFields } from "./signing-fields";
import type { Refused } from "./decided";
import { useBadge } from "./key-context";
import type { Picked } from "./use-panels";
import { useSignable } from "./use-signable";
import type { ConfirmPassword } from "./use-signing";
import { isSaidByPassword, useSigning } from "./use-signing";
import type { Triage } from "./use-triage";

/** Why people sign a regulated action; kept with the signature. */
const SIGNING_REASONS = ["verified", "instructed", "exception"] as const;

export interface ApprovalPanelProps {
  readonly triage: Triage;
  readonly detail: CardDetail;
  readonly confirmPassword: ConfirmPassword;
}

/**
 * What a two-person or regulated approval asks for: the decisive value among look-alikes, the meaning of the signature in words, a reason and
 * a fresh sign-in, of two people only once the server says that theirs is too old. The server checks each of them again, and the panel stays until
 * it has recorded the signature.
 */
export function ApprovalPanel({ triage, detail, confirmPassword }: ApprovalPanelProps) {
  const t = useWords("deskPanels");
  const { card, row, regulated } = detail;
  const showKeys = useBadge("pick") !== "";
  const match = useInPlace(row.treatment === "two_person" ? card.match : null);
  const [chosen, choose] = useChosen(match, triage.panels.picked);
  const [reason, setReason] = useState("");
  const [refused, setRefused] = useState<Refused | null>(null);
  const [pending, setPending] = useState(false);
  const signing = useSigning(regulated, confirmPassword);
  const dwelt = useSignable(triage.card.lease, row.treatment);
  useHeard(detail, match, triage.panels.picked, showKeys);
  const complete = (match === null || chosen !== null) && signing.complete && (!regulated || reason !== "");
  const ready = complete && dwelt && !pending;

  const sign = async (): Promise<void> => {
    setPending(true);
    setRefused(null);
    if (await signing.prove()) {
      const answer = await triage.sending.sendForm({
        decision: { type: "approve", ...(regulated ? { reason: { code: reason, text: null } } : {}) },
        act: match !== null && chosen !== null ? { type: "match", value: chosen } : { type: "alternative" },
        ...(regulated ? { meaningConfirmed: signing.meaning } : {}),
      });
      setRefused(answer);
      if (answer?.code === "wrong_match") choose(null);
      signing.heard(answer);
    }
    setPending(false);
  };

  return (
    <form
      ref={bringIntoSight}
      aria-label={t("sign.form", { headline: row.headline })}
      className="flex scroll-mb-20 flex-col gap-4 rounded-control border border-rule bg-sunk p-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void sign();
      }}
    >
      {match !== null && (
        <DecisiveMatch
          id={row.id}
          question={match.words.question}
          options={match.options}
          chosen={chosen}
          onChoose={choose}
          wrong={refused?.code === "wrong_match"}
          showKeys={showKeys}
        />
      )}
      {regulated && (
        <SigningFields detail={detail} signing={signing}>
          <Field id="signing-reason" label={t("sign.why")} required>
            {(control) => (
              <Select
                {...control}
                value={reason}
                options={[
                  { value: "", label: t("sign.why.choose") },
                  ...SIGNING_REASONS.map((value) => ({ value, label: t(`sign.why.${value}`) })),
                ]}
                onChange={(event) => {
                  setReason(event.target.value);
                }}
              />
            )}
          </Field>
        </SigningFields>
      )}
      {signing.again && <PasswordField signing={signing} />}
      {refused !== null && refused.code !== "wrong_match" && !isSaidByPassword(refused, signing) && (
        <Callout tone="failed" role="alert" title={t("sign.refused", { says: refused.says })} />
      )}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <Button variant="ghost" size="act" onClick={triage.panels.close}>
          {t("back")}
        </Button>
        {/* Reached by Tab before it signs, and it keeps the focus while it sends: pressed too early, the browser leads to what is missing. */}
        <Button type="submit" variant="primary" size="act" aria-disabled={!ready} className={clsx(!ready && "opacity-50")}>
          {t(sendKey({ pending, waits: complete && !dwelt }))}
        </Button>
      </div>
    </form>
  );
}

type Match = NonNullable<CardDetail["card"]["match"]>;

/** The values in the places where they were first seen: a card that is read again brings them in another order, and under whoever chooses none may move. */
function useInPlace(read: Match | null): Match | null {
  const [shown, show] = useState(read);
  if (shown === read || isSame(shown, read)) return shown;
  show(read);
  return read;
}

function isSame(one: Match | null, other: Match | null): boolean {
  if (one === null || other === null) return one === other;
  return one.question === other.question && one.options.toSorted().join("\n") === other.options.toSorted().join("\n");
}

/** The value that was chosen last, by key or on its button: a value, never a place. */
function useChosen(match: Match | null, picked: Picked | null): readonly [string | null, (value: string | null) => void] {
  const [chosen, choose] = useState<string | null>(null);
  const [taken, take] = useState(picked);
  if (taken !== picked) {
    take(picked);
    if (picked !== null) choose(match?.options[picked.place] ?? null);
  }
  return [chosen !== null && match?.options.includes(chosen) === true ? chosen : null, choose];
}

/** The focus stays on the card: what opened below it, and what a key then chose there, is heard only if it is said. */
function useHeard(
  { row, regulated, regulation }: CardDetail,
  match: Match | null,
  picked: Picked | null,
  showKeys: boolean,
): void {
  const announce = useAnnounce();
  const [t, face, desk] = [useWords("deskPanels"), useWords("face"), useWords("desk")];
  const rule = regulation === null ? t("sign.regulated") : t("sign.heard", { regulation });
  const asks = [
    // It hangs over the upper edge of the card, where nobody who listens comes by.
    ...(row.signatures > 0 ? [desk("news.signed")] : []),
    ...(match === null ? [asSentence(t("sign.form", { headline: row.headline }))] : []),
    ...(regulated ? [asSentence(rule)] : []),
    ...(match === null ? [] : [byKeys(saidIn(face, match.words.question), match.options, showKeys)]),
  ].join(" ");
  const [before] = useState(picked);
  useEffect(() => {
    announce(asks);
  }, [announce, asks]);
  useEffect(() => {
    const value = picked === null || picked === before ? undefined : match?.options[picked.place];
    if (value !== undefined) announce(value);
  }, [announce, match, picked, before]);
}

/** It opens below what the card says, on a phone below the bar of the acts. */
function bringIntoSight(form: HTMLFormElement | null): void {
  form?.scrollIntoView({ block: "nearest" });
}

function sendKey({ pending, waits }: { readonly pending: boolean; readonly waits: boolean }) {
  if (pending) return "sign.pending";
  return waits ? "sign.wait" : "sign.send";
}
