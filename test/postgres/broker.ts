import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { migratePostgres } from "../../db/migrate.postgres";
import { postgresMigrationsFolder } from "../migrations-folder";
import type { PostgresServer } from "./postgres-server";
import { startPostgres } from "./postgres-server";

/** The database that all others are copied from: migrated and empty. */
export const TEMPLATE = "countersign_template";

declare module "vitest" {
  interface ProvidedContext {
    /** Where to ask for the one PostgreSQL of this run. */
    readonly postgresBroker: string;
  }
}

/** One PostgreSQL for the whole run, started when the first test asks for it: a run that needs none starts none. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let starting: Promise<PostgresServer> | null = null;
  const folder = mkdtempSync(path.join(tmpdir(), "countersign-broker-"));
  const socket = path.join(folder, "broker.sock");
  const broker = createServer((client) => {
    starting ??= startWithTemplate();
    starting.then(
      (server) => client.end(JSON.stringify({ url: server.url("postgres") })),
      (error: unknown) => client.end(JSON.stringify({ error: error instanceof Error ? error.message : String(error) })),
    );
  });
  await new Promise<void>((resolve) => broker.listen(socket, resolve));
  broker.unref();
  project.provide("postgresBroker", socket);
  return async () => {
    broker.close();
    await (await starting)?.stop();
    rmSync(folder, { recursive: true });
  };
}

async function startWithTemplate(): Promise<PostgresServer> {
  const server = await startPostgres();
  const admin = new Client(server.url("postgres"));
  await admin.connect();
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  const template = new Client(server.url(TEMPLATE));
  await template.connect();
  await migratePostgres(template, postgresMigrationsFolder, () => undefined);
  await template.end();
  return server;
}
