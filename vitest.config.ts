import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["lib/**/*.test.ts", "db/**/*.test.ts", "sdk/**/*.test.ts", "test/**/*.test.ts", "components/**/*.test.ts"],
    environment: "node",
  },
});
