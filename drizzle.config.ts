import { defineConfig } from "drizzle-kit";

/** One configuration: the address of the database says which dialect migrations are written for. */
const url = process.env["COUNTERSIGN_DATABASE_URL"] ?? "file:./data/countersign.db";
const database = /^postgres(ql)?:/.test(url) ? "postgres" : "sqlite";

export default defineConfig({
  dialect: database === "postgres" ? "postgresql" : "sqlite",
  schema: `./db/schema.${database}.ts`,
  out: `./db/migrations/${database}`,
});
