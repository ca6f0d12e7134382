import { availableParallelism } from "node:os";
import path from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": path.resolve(import.meta.dirname) } },
  test: {
    include: ["{app,components,db,lib,sdk,test}/**/*.test.ts", "scripts/**/*.test.{mjs,ts}"],
    environment: "node",
    setupFiles: ["test/setup.ts"],
    // Starts nothing until a test asks for a database.
    globalSetup: ["test/postgres/broker.ts"],
    // Left to itself it keeps one core free, which on two cores is half of the machine.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // A file that leans on another's leftovers fails sooner or later: the order differs from run to run and is printed.
    sequence: { shuffle: true },
    // Generous: nothing here may assert on time, and a property test shares two cores with its neighbours.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
