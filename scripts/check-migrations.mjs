import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";

/**
 * Proves that the migrations are current: generating into a copy of them adds nothing.
 * The copy lies inside the checkout because drizzle-kit takes its output folder relative to it.
 */
const ROOT = path.resolve(import.meta.dirname, "..");
const DIALECTS = { sqlite: "sqlite", postgres: "postgresql" };

for (const database of readdirSync(path.join(ROOT, "db", "migrations"))) {
  const migrations = `db/migrations/${database}`;
  const cache = path.join(ROOT, ".cache");
  mkdirSync(cache, { recursive: true });
  const copy = mkdtempSync(path.join(cache, "migrations-"));
  try {
    cpSync(path.join(ROOT, migrations), copy, { recursive: true });
    const out = path.relative(ROOT, copy);
    const args = ["generate", "--dialect", DIALECTS[database], "--schema", `db/schema.${database}.ts`, "--out", out];
    const { status, stdout, stderr } = spawnSync(path.join(ROOT, "node_modules", ".bin", "drizzle-kit"), args, {
      cwd: ROOT,
      encoding: "utf8",
      // A renamed column makes it ask; without a terminal it has to fail.
      stdio: ["ignore", "pipe", "pipe"],
      timeout: 120_000,
    });
    const added = readdirSync(copy).filter((name) => !existsSync(path.join(ROOT, migrations, name)));
    const unlisted = unlistedIn(path.join(ROOT, migrations));
    if (status !== 0 || added.length > 0 || unlisted.length > 0) {
      console.log(`${stdout}${stderr}`.trim());
      for (const name of added) {
        console.log(`${migrations} lacks ${name}: run \`npm run migrations\`\n${readFileSync(path.join(copy, name), "utf8")}`);
      }
      for (const name of unlisted) console.log(`${migrations}/${name} is not in its journal and would never run`);
      process.exitCode = 1;
    } else console.log(`${migrations} is current`);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

function unlistedIn(folder) {
  const journal = JSON.parse(readFileSync(path.join(folder, "meta", "_journal.json"), "utf8"));
  const listed = new Set(journal.entries.map(({ tag }) => `${tag}.sql`));
  return readdirSync(folder).filter((name) => name.endsWith(".sql") && !listed.has(name));
}
