import { createConnection } from "node:net";
import { text } from "node:stream/consumers";
import { getTableName } from "drizzle-orm";
import { inject } from "vitest";
import * as z from "zod";
import { postgresTables } from "../../db/schema.postgres";
import { TEMPLATE } from "./broker";
import { runSql } from "./run-sql";

const Answer = z.object({ url: z.string().optional(), error: z.string().optional() });
let asked: Promise<string> | null = null;
let count = 0;

/** The address of the run's PostgreSQL, as its superuser. */
export function postgresServer(): Promise<string> {
  return (asked ??= ask());
}

async function ask(): Promise<string> {
  const answer = Answer.parse(JSON.parse(await text(createConnection(inject("postgresBroker")))));
  if (answer.url === undefined) throw new Error(answer.error ?? "the broker has no server");
  return answer.url;
}

/** Makes an empty, migrated database (or one with nothing in it at all) and answers its address. */
export async function freshDatabase({ migrated = true } = {}): Promise<string> {
  const server = await postgresServer();
  count += 1;
  const name = `test_${String(process.pid)}_${String(count)}_${String(Date.now() % 1e6)}`;
  await asAdmin(`create database ${name}${migrated ? ` template ${TEMPLATE}` : ""}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

export async function asAdmin(statement: string): Promise<void> {
  await runSql(await postgresServer(), statement);
}

/** Takes every row out of a database of ours, past the triggers that forbid it: quicker than making another one. */
export async function emptyDatabase(url: string): Promise<void> {
  const tables = Object.values(postgresTables).map((table) => `delete from ${getTableName(table)}`);
  await runSql(url, ["set session_replication_role = replica", ...tables].join("; "));
}
