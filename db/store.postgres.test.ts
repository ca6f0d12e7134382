import { postgresMigrationsFolder } from "../test/migrations-folder";
import { sha256 } from "../test/builders";
import { emptyDatabase, freshDatabase } from "../test/postgres/fresh-database";
import { storeContract } from "../test/store.contract";
import { openStore } from "./open";

let made: Promise<string> | null = null;

storeContract("PostgreSQL", async () => {
  const url = await (made ??= freshDatabase());
  await emptyDatabase(url);
  return openStore({ url, migrationsFolder: postgresMigrationsFolder, sha256, connections: 6 });
});
