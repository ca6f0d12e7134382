declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type ProposalId = Branded<"ProposalId">;
export type AgentId = Branded<"AgentId">;
export type KeyId = Branded<"KeyId">;
export type PersonId = Branded<"PersonId">;
export type SessionId = Branded<"SessionId">;
export type ReceiptId = Branded<"ReceiptId">;
export type RedemptionId = Branded<"RedemptionId">;
export type FindingId = Branded<"FindingId">;
export type CommentId = Branded<"CommentId">;
export type BatchId = Branded<"BatchId">;
export type GrantId = Branded<"GrantId">;
/** `sha256:` followed by 64 lowercase hexadecimal digits. */
export type Digest = Branded<"Digest">;

/** The prefix of each kind of id: one table, so an id says what it names wherever it is seen. */
export const ID_PREFIX = {
  proposal: "prp",
  agent: "agt",
  key: "key",
  person: "per",
  session: "ses",
  receipt: "rcp",
  redemption: "rdm",
  finding: "fnd",
  comment: "cmt",
  batch: "bat",
  grant: "grt",
} as const;

export type IdKind = keyof typeof ID_PREFIX;

export interface IdTypes {
  proposal: ProposalId;
  agent: AgentId;
  key: KeyId;
  person: PersonId;
  session: SessionId;
  receipt: ReceiptId;
  redemption: RedemptionId;
  finding: FindingId;
  comment: CommentId;
  batch: BatchId;
  grant: GrantId;
}

const BODY = /^[0-9a-hjkmnp-tv-z]{26}$/;

/** True when `text` is spelled like an id of `kind`: prefix, underscore, 26 Crockford base-32 digits (128 bits and more). */
export function isId<Kind extends IdKind>(kind: Kind, text: string): text is IdTypes[Kind] {
  const prefix = `${ID_PREFIX[kind]}_`;
  return text.startsWith(prefix) && BODY.test(text.slice(prefix.length));
}

const CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * An id that sorts by time: 48 bits of `atMs`, then 80 random bits taken from `random` (at least 10 bytes).
 * Never an authority by itself: knowing an id grants nothing.
 */
export function makeId<Kind extends IdKind>(kind: Kind, atMs: number, random: Uint8Array): IdTypes[Kind] {
  let time = "";
  let rest = atMs;
  for (let digit = 0; digit < 10; digit += 1) {
    time = CROCKFORD.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  let tail = "";
  let bits = 0;
  let held = 0;
  for (const byte of random) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5 && tail.length < 16) {
      bits -= 5;
      tail += CROCKFORD.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
    if (tail.length === 16) break;
  }
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- mints the brand: ids are made here and nowhere else
  return `${ID_PREFIX[kind]}_${time}${tail}` as IdTypes[Kind];
}

/** True for `sha256:` + 64 lowercase hexadecimal digits. */
export function isDigest(text: string): text is Digest {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}
