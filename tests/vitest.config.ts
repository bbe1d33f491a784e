import { fileURLToPath } from "node:url";

import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

const alias = {
  "@": root.replace(/\/$/, ""),
  // `server-only` throws outside Next; here it is the same empty file that Next gives the server.
  "server-only": `${root}node_modules/server-only/empty.js`,
};

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        resolve: { alias },
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          maxWorkers: 2,
          unstubGlobals: true,
          testTimeout: 30_000,
          globalSetup: ["tests/support/reader.ts"],
        },
      },
      {
        root,
        resolve: { alias },
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/postgres.ts", "tests/support/reader.ts"],
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        resolve: { alias },
        test: {
          name: "product",
          include: ["tests/product/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 120_000,
        },
      },
    ],
  },
});
