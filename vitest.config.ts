import { availableParallelism } from "node:os";
import path from "node:path";
import { configDefaults, defineConfig } from "vitest/config";

const ALL = ["{app,components,db,lib,sdk,test}/**/*.test.ts", "scripts/**/*.test.{mjs,ts}"];
/** Pure code, and what runs over a database and a server of each test's own: nothing of it stays in the process. */
const TIDY = ["{app,components,lib,test/api}/**/*.test.ts"];

export default defineConfig({
  resolve: { alias: { "@": path.resolve(import.meta.dirname) } },
  test: {
    projects: [
      // Reading the code is a third of the work of a small test file: where nothing is kept between two files, a process reads it once.
      // One after the other: a process that has read it is ended as soon as the next file in line wants one of its own.
      {
        extends: true,
        test: { name: "rest", include: ALL, exclude: [...TIDY, ...configDefaults.exclude], sequence: { groupOrder: 0 } },
      },
      { extends: true, test: { name: "tidy", include: TIDY, isolate: false, sequence: { groupOrder: 1 } } },
    ],
    environment: "node",
    setupFiles: ["test/setup.ts"],
    // Starts nothing until a test asks for a database.
    globalSetup: ["test/postgres/broker.ts"],
    // Left to itself it keeps one core free, which on two cores is half of the machine; and one in three waits, for a disk, a database or a server.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    // A file that leans on another's leftovers fails sooner or later: the order differs from run to run and is printed.
    sequence: { shuffle: true },
    // Generous: nothing here may assert on time, and a property test shares two cores with its neighbours.
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
