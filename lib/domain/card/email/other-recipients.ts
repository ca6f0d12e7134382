import type { Span, TextLine } from "../card";
import type { FaceKey } from "../said";
import { saidSpan } from "../said-span";
import { added, plain } from "../spans";
import type { MailAddress } from "./mail-address";
import type { Mail } from "./mail-arguments";
import { BULK_FROM } from "./mail-checks";

/** So many are written out among the facts. */
export const RECIPIENTS_SHOWN = 3;

/** Whoever gets a message beyond those among its facts. */
export interface OtherRecipients {
  /** One a line, while it is no mail to a list. */
  readonly lines: readonly TextLine[];
  /** How many have no line: nobody could say of them that they are like the others. */
  readonly folded: number;
}

/**
 * Each recipient that the facts only count: where a message goes is what is decided, and the domain alone does not say who reads it. Of more than
 * {@link BULK_FROM} in all the rest stands in the exact payload, which has to be opened then.
 */
export function otherRecipients({ to, cc, bcc }: Pick<Mail, "to" | "cc" | "bcc">): OtherRecipients {
  const called = (label: FaceKey, people: readonly MailAddress[]) => people.map((one) => [label, one] as const);
  const open = [...called("face.to", to), ...called("email.cc", cc)].slice(RECIPIENTS_SHOWN);
  const all = [...open, ...called("email.hiddenCopy", bcc).slice(RECIPIENTS_SHOWN)];
  const room = BULK_FROM - (to.length + cc.length + bcc.length - all.length);
  return {
    lines: all.slice(0, room).map(([label, one]): TextLine => ({ change: "added", spans: recipient(label, one) })),
    folded: Math.max(0, all.length - room),
  };
}

function recipient(label: FaceKey, { name, address }: MailAddress): readonly Span[] {
  return [...saidSpan("text", label), ...plain(": "), ...added(`${name === null ? "" : `${name}, `}${address}`)];
}
