import { defineConfig } from "prisma/config";

// `prisma generate` needs no engine, but asks for one: any program that exits 0 will do, so
// that generating the client works without the engine's download.
process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= process.execPath;

export default defineConfig({
  schema: "schema.prisma",
  migrations: { path: "migrations" },
});
