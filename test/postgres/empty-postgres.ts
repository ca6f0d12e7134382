import { openStore } from "../../db/open";
import type { Store } from "../../db/store/store";
import { sha256 } from "../builders";
import { postgresMigrationsFolder } from "../migrations-folder";
import { emptyDatabase, freshDatabase } from "./fresh-database";

let made: Promise<string> | null = null;

/** A store over a PostgreSQL database with nothing in it: the same database each time, so that the last one must be closed before. */
export async function emptyPostgres(): Promise<Store> {
  const url = await (made ??= freshDatabase());
  await emptyDatabase(url);
  return openStore({ url, migrationsFolder: postgresMigrationsFolder, sha256, connections: 6 });
}
