import { createHmac, timingSafeEqual } from "node:crypto";
import { AppError } from "../services/app-error";

/** A place in a list: the order's values of the last row that was seen. */
export interface Place {
  readonly rank: number;
  readonly at: number;
  readonly id: string;
  /** In an order by groups: which one it was in. */
  readonly group?: readonly [string, string];
}

const SHAPE = /^([A-Za-z0-9_-]{4,400})\.([A-Za-z0-9_-]{22})$/;

/**
 * Cursors as they travel: opaque, and authenticated together with the list they belong to, so that one which was forged, altered or taken
 * from another list or another caller is refused.
 */
export class Cursors {
  private readonly secret: Uint8Array;

  constructor(secret: Uint8Array) {
    this.secret = secret;
  }

  /** The text of `next`; null at the end of a list. */
  seal(list: string, place: Place | null): string | null {
    if (place === null) return null;
    const body = Buffer.from(JSON.stringify([place.rank, place.at, place.id, ...(place.group ?? [])])).toString("base64url");
    return `${body}.${this.tag(list, body).toString("base64url")}`;
  }

  /** The place that `text` names; null without one. Throws `invalid_cursor` unless this server issued it for this list. */
  open(list: string, text: string | undefined): Place | null {
    if (text === undefined) return null;
    const [, body, tag] = SHAPE.exec(text) ?? [];
    if (body === undefined || tag === undefined) throw invalidCursor();
    const sent = Buffer.from(tag, "base64url");
    const expected = this.tag(list, body);
    if (sent.byteLength !== expected.byteLength || !timingSafeEqual(sent, expected)) throw invalidCursor();
    const value: unknown = JSON.parse(Buffer.from(body, "base64url").toString());
    if (!isPlace(value)) throw invalidCursor();
    const [rank, at, id, one, two] = value;
    return { rank, at, id, ...(one === undefined || two === undefined ? {} : { group: [one, two] }) };
  }

  private tag(list: string, body: string): Buffer {
    return createHmac("sha256", this.secret).update(`countersign.cursor\n${list}\n${body}`).digest().subarray(0, 16);
  }
}

function isPlace(value: unknown): value is readonly [number, number, string, string?, string?] {
  if (!Array.isArray(value)) return false;
  const all: readonly unknown[] = value;
  const [rank, at, ...texts] = all;
  const whole = texts.length === 1 || texts.length === 3;
  return typeof rank === "number" && typeof at === "number" && whole && texts.every((text) => typeof text === "string");
}

function invalidCursor(): AppError {
  return new AppError("invalid_cursor", "use the `next` of a page of this very list, unchanged, or start without a cursor");
}
