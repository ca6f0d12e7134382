import { join } from "node:path";

/** Where the migrations of SQLite are. */
export const migrationsFolder = join(import.meta.dirname, "../db/migrations/sqlite");

/** Where the migrations of PostgreSQL are. */
export const postgresMigrationsFolder = join(import.meta.dirname, "../db/migrations/postgres");
