import { decodeBase64Url, encodeBase64Url } from "./base64url";
import { canonicalJson } from "./canonical";
import type { Sha256 } from "./digest";
import type { Json, JsonObject } from "./json";
import { isJsonObject } from "./json";
import type { ChainHead, ChainRow } from "./ledger";
import { GENESIS_HASH, nextHead } from "./ledger";

/** What an export claims about itself; the last line of the file, signed. */
export interface ExportManifest {
  readonly format: "countersign-ledger-1";
  /** Entries in the file: all from the first on. */
  readonly count: number;
  /** The hash of the last one. */
  readonly hash: string;
  /** When it was made, milliseconds. */
  readonly at: number;
  /** The public key that signed it (RFC 7517), so that the file can be checked offline; compare its `kid` with one you know. */
  readonly key: Readonly<Record<string, string>>;
}

export interface ExportSigner {
  readonly kid: string;
  sign(bytes: Uint8Array): Uint8Array;
}

/** One entry as a line of the file, without its line feed. */
export function exportLine({ entry, hash }: ChainRow): string {
  return JSON.stringify({ entry, hash });
}

/** The last line: the manifest and an Ed25519 signature over its canonical form. */
export function manifestLine(manifest: ExportManifest, signer: ExportSigner): string {
  return JSON.stringify({ manifest, kid: signer.kid, signature: encodeBase64Url(signer.sign(signedBytes({ ...manifest }))) });
}

/** The prefix keeps this signature from ever being taken for one of a receipt, which the same key makes. */
function signedBytes(manifest: JsonObject): Uint8Array {
  return new TextEncoder().encode(`countersign-ledger-export\n${canonicalJson(manifest)}`);
}

export type ExportVerdict =
  | { readonly ok: true; readonly count: number; readonly hash: string; readonly kid: string; readonly at: number }
  | { readonly ok: false; readonly line: number; readonly why: string };

/** Whether the signature of a manifest is good: with the public key of that `kid`, or the one that the manifest brings along. */
export type SignatureCheck = (manifest: JsonObject, kid: string, bytes: Uint8Array, signature: Uint8Array) => boolean;

/** Reads an export line by line and says at its end whether it is whole, unbroken and signed. Keeps no line. */
export class ExportReader {
  private readonly sha256: Sha256;
  private readonly check: SignatureCheck;
  private head: ChainHead = { seq: 0, hash: GENESIS_HASH };
  private line = 0;
  private found: ExportVerdict | null = null;

  constructor(sha256: Sha256, check: SignatureCheck) {
    this.sha256 = sha256;
    this.check = check;
  }

  /** How many entries were read and hold. */
  get count(): number {
    return this.head.seq;
  }

  /** Takes the next line; false when there is nothing more to learn. */
  read(text: string): boolean {
    this.line += 1;
    if (this.found?.ok === false) return false;
    if (this.found !== null) return this.fail("there are lines after the manifest");
    const value = parse(text);
    if (value === null) return this.fail("this is not a line of an export");
    if ("manifest" in value) return this.close(value);
    const { entry, hash } = value;
    if (typeof entry !== "string" || typeof hash !== "string" || exportLine({ entry, hash }) !== text) {
      return this.fail("this is not a line of an export");
    }
    const step = nextHead(this.head, { entry, hash }, this.sha256);
    if (!step.ok) return this.fail(`entry ${step.seq}: ${step.why}`);
    this.head = step.head;
    return true;
  }

  /** The verdict once every line was read. A file without its manifest was cut short. */
  verdict(): ExportVerdict {
    return this.found ?? { ok: false, line: this.line + 1, why: "the manifest at the end is missing: the file was cut short" };
  }

  private close({ manifest, kid, signature }: JsonObject): boolean {
    const bytes = typeof signature === "string" ? decodeBase64Url(signature) : null;
    if (!isJsonObject(manifest) || typeof kid !== "string" || bytes === null) return this.fail("the manifest is incomplete");
    const { format, count, hash, at } = manifest;
    if (format !== "countersign-ledger-1" || typeof at !== "number") return this.fail("the manifest is not one of ours");
    if (!this.check(manifest, kid, signedBytes(manifest), bytes)) return this.fail("the manifest's signature does not fit");
    if (count !== this.head.seq || hash !== this.head.hash)
      return this.fail("the entries are not those that the manifest was signed for");
    this.found = { ok: true, count: this.head.seq, hash: this.head.hash, kid, at };
    return true;
  }

  private fail(why: string): boolean {
    this.found = { ok: false, line: this.line, why };
    return false;
  }
}

function parse(text: string): JsonObject | null {
  try {
    // Safe without the strict reader: an entry's line is compared with its own form, and a manifest's canonical form is what was signed.
    const value = JSON.parse(text) as Json; // eslint-disable-line @typescript-eslint/consistent-type-assertions -- JSON.parse yields JSON
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}
