import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

const schemaPath = "prisma/schema.prisma";

/**
 * Prisma's schema engine as WebAssembly, over the driver adapter: the same migrations in the
 * same layout as `prisma migrate deploy`, without the engine's download.
 */
export async function openSchemaEngine(databaseUrl: string): Promise<engine.SchemaEngine> {
  const file = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const { instance } = await WebAssembly.instantiate(
    await readFile(file.replace(/\.js$/, ".wasm")),
    { "./schema_engine_bg.js": engine },
  );
  engine.__wbg_set_wasm(instance.exports);
  const start = instance.exports["__wbindgen_start"];
  if (typeof start === "function") start();

  return engine.SchemaEngine.new(
    { datamodels: [[schemaPath, await readFile(schemaPath, "utf8")]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(new WholeScripts(databaseUrl)),
  );
}

/**
 * The adapter cuts a script at every semicolon, which breaks function bodies. Sent whole, a
 * migration is also one transaction: it applies entirely or not at all.
 */
class WholeScripts extends PrismaPg {
  readonly #databaseUrl: string;

  constructor(databaseUrl: string) {
    super({ connectionString: databaseUrl });
    this.#databaseUrl = databaseUrl;
  }

  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      const client = new pg.Client({ connectionString: this.#databaseUrl });
      await client.connect();
      try {
        await client.query(script);
      } finally {
        await client.end();
      }
    };
    return adapter;
  }
}
