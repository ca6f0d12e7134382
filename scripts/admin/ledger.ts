import { createHash, createPublicKey, verify } from "node:crypto";
import { createReadStream, createWriteStream, existsSync, statSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";

import { intoPlace } from "../../db/backup.sqlite";
import { sha256 } from "../../lib/create-context";
import type { JsonObject } from "../../lib/domain/json";
import { isJsonObject } from "../../lib/domain/json";
import { ExportReader } from "../../lib/domain/ledger-export";
import type { Env } from "../../lib/env";
import type { SystemActor } from "../../lib/services/actor";
import type { ReceiptKeys } from "../../lib/services/context";
import { exportLedger } from "../../lib/services/ledger/export-ledger";
import { verifyLedger } from "../../lib/services/ledger/verify-ledger";
import { openSigningKeys } from "../../lib/signing-keys";
import { openForReading } from "./open-offline";
import { progress } from "./progress";

const COMMAND_LINE: SystemActor = { type: "system", name: "command_line" };

/** What was found, in a sentence; `holds` is false for a record that was altered. */
export interface Finding {
  readonly holds: boolean;
  readonly says: string;
}

/** Recomputes the chain of the database. */
export async function verifyDatabase(env: Env): Promise<Finding> {
  const store = await openForReading(env);
  const shown = progress("verifying");
  try {
    const verdict = await verifyLedger({ store, sha256 }, COMMAND_LINE, shown.step);
    shown.end();
    if (!verdict.ok) return { holds: false, says: `the ledger breaks at entry ${verdict.seq}: ${verdict.why}` };
    return { holds: true, says: `the ledger holds: ${verdict.count} entries, the last with hash ${verdict.head.hash}` };
  } finally {
    shown.end();
    await store.close();
  }
}

/** Writes the whole record to a file that did not exist; it appears complete or not at all. */
export async function exportDatabase(env: Env, file: string): Promise<string> {
  const store = await openForReading(env);
  const shown = progress("exporting");
  try {
    const receipts = openSigningKeys(path.join(env.dataDir, "signing-keys"), Date.now());
    const lines = exportLedger({ store, clock: Date.now, receipts }, COMMAND_LINE, shown.step);
    await intoPlace(path.resolve(file), async (temporary) => {
      await pipeline(withLineFeeds(lines), createWriteStream(temporary, { flags: "w", mode: 0o600 }));
    });
    return `written to ${file}, signed with key ${receipts.kid}`;
  } finally {
    shown.end();
    await store.close();
  }
}

/** Checks an export without the database: the chain, its end and the signature. */
export async function verifyExport(env: Env, file: string): Promise<Finding> {
  const known = knownKeys(env);
  const reader = new ExportReader(sha256, (manifest, kid, bytes, signature) => {
    const check = known?.verifiers.get(kid);
    return check === undefined ? checkWithOwnKey(manifest, kid, bytes, signature) : check(bytes, signature);
  });
  const shown = progress("verifying");
  const total = statSync(file).size;
  let done = 0;
  for await (const line of linesOf(file)) {
    if (!reader.read(line)) break;
    done += line.length + 1;
    shown.step(done, total);
  }
  shown.end();
  const verdict = reader.verdict();
  if (!verdict.ok) return { holds: false, says: `${file}, line ${verdict.line}: ${verdict.why}` };
  const ours = known?.verifiers.has(verdict.kid) === true;
  const whose = ours ? "a key of this server" : "a key that is not in this data directory: compare its id with one you trust";
  const at = new Date(verdict.at).toISOString();
  return { holds: true, says: `the export holds: ${verdict.count} entries, made ${at}, signed by ${verdict.kid}, ${whose}` };
}

function knownKeys(env: Env): ReceiptKeys | null {
  const folder = path.join(env.dataDir, "signing-keys");
  return existsSync(folder) ? openSigningKeys(folder, Date.now()) : null;
}

/** With the key that the export brings along. Its id is its thumbprint (RFC 7638), so comparing the id compares the key. */
function checkWithOwnKey(manifest: JsonObject, kid: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  const jwk = manifest["key"];
  if (!isJsonObject(jwk) || jwk["kty"] !== "OKP" || jwk["crv"] !== "Ed25519" || typeof jwk["x"] !== "string") return false;
  const { crv, kty, x } = { crv: jwk["crv"], kty: jwk["kty"], x: jwk["x"] };
  const thumbprint = createHash("sha256").update(JSON.stringify({ crv, kty, x })).digest("base64url");
  if (thumbprint !== kid) return false;
  return verify(null, bytes, createPublicKey({ key: { crv, kty, x }, format: "jwk" }), signature);
}

async function* withLineFeeds(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

/** Lines end in a line feed and nothing else: Node's own reader also splits at U+2028, which an entry may hold. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let held = "";
  const chunks: AsyncIterable<string> = createReadStream(file, { encoding: "utf8" });
  for await (const chunk of chunks) {
    const lines = `${held}${chunk}`.split("\n");
    held = lines.pop() ?? "";
    yield* lines;
  }
  if (held !== "") yield held;
}
