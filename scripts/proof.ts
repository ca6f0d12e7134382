import { writeFileSync } from "node:fs";

import { fail, readFlags } from "./command-line";
import { api } from "./proof/api";
import { authz } from "./proof/authz";
import { binding } from "./proof/binding";
import { cluster } from "./proof/cluster";
import { consent } from "./proof/consent";
import { crash } from "./proof/crash";
import { input } from "./proof/input";
import type { Family, Proof, SkippedProof } from "./proof/proof";
import { orBrokenDown } from "./proof/proof";
import { races } from "./proof/races";
import { statistics } from "./proof/statistics";
import { shutdown } from "./proof/shutdown";
import { tamper } from "./proof/tamper";
import { unicode } from "./proof/unicode";

/**
 * `npm run proof -- [FAMILY…] [--full | --slice] [--json FILE]`: tries claims about the product and prints the counted figures. A slice, which
 * is the default, is what every test run tries. Ends with 0 only when every proof that was tried holds.
 */
const FAMILIES: Readonly<Record<string, Family>> = {
  crash,
  shutdown,
  races,
  binding,
  input,
  consent,
  api,
  unicode,
  authz,
  tamper,
  statistics,
  cluster,
};

/** Tried in a slice only when it is named: the unit tests run a shorter form. */
const SHORTER_ELSEWHERE: ReadonlySet<string> = new Set(["cluster"]);

/** What the product does not do yet, and so cannot be proved. */
const NOTHING_TO_PROVE: Readonly<Record<string, string>> = {
  ssrf: "nothing calls an address of anyone's choosing: there are no webhooks",
};

interface Options {
  readonly families: readonly string[];
  readonly full: boolean;
  readonly json: string | null;
}

function readOptions(): Options {
  const { values, positionals } = readFlags({
    allowPositionals: true,
    options: { full: { type: "boolean" }, slice: { type: "boolean" }, json: { type: "string" } },
  });
  for (const name of positionals) if (NOTHING_TO_PROVE[name] !== undefined) fail(`${name}: ${NOTHING_TO_PROVE[name]}`);
  const unknown = positionals.filter((name) => !Object.hasOwn(FAMILIES, name));
  const known = Object.keys(FAMILIES);
  if (unknown.length > 0) fail(`there is no proof \`${unknown.join("`, `")}\`: choose from ${known.join(", ")}`);
  if (values.full === true && values.slice === true) fail("--full and --slice exclude each other: choose one");
  const full = values.full === true;
  const families =
    positionals.length === 0 ? known.filter((name) => full || !SHORTER_ELSEWHERE.has(name)) : [...new Set(positionals)];
  return { families, full, json: values.json ?? null };
}

async function tried(name: string, full: boolean): Promise<readonly (Proof | SkippedProof)[]> {
  const progress = (text: string): void => {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${name}: ${text}`);
  };
  const proofs = await orBrokenDown(name, async () => (await FAMILIES[name]?.({ full, progress })) ?? []);
  progress("done\n");
  return proofs;
}

function lineOf(proof: Proof | SkippedProof, seconds: number): string {
  if ("skipped" in proof) return `- ${proof.name}\n    skipped: ${String(proof.skipped)}\n`;
  const { name, holds, ...figures } = proof;
  const counted = Object.entries(figures).map(([figure, value]) => `${figure} ${String(value)}`);
  return `${holds ? "✓" : "✗"} ${name} (family took ${seconds.toFixed(1)} s)\n    ${counted.join(", ")}\n`;
}

async function main(): Promise<void> {
  const { families, full, json } = readOptions();
  const proofs: (Proof | SkippedProof)[] = [];
  for (const family of families) {
    const startedAt = Date.now();
    const found = await tried(family, full);
    for (const proof of found) process.stdout.write(lineOf(proof, (Date.now() - startedAt) / 1000));
    proofs.push(...found);
  }
  if (json !== null) writeFileSync(json, `${JSON.stringify(proofs, null, 2)}\n`);
  process.exitCode = proofs.every((proof) => "skipped" in proof || proof.holds) ? 0 : 1;
}

await main();
