import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
} from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";

import { projectFolder } from "./project";
import { readSingleLetters } from "./single-letters";
import { withConnection } from "./sql";

export const schemaFile = path.join(projectFolder, "prisma", "schema.prisma");

/** Nothing is left out of a comparison or a migration. */
export const everything = { externalTables: [], externalEnums: [] };

/**
 * Prisma's schema engine as WebAssembly, over the driver adapter, without the engine's download: a
 * tool for whoever changes the schema, which nothing at run time needs. Connections are closed when
 * the work ends.
 *
 * @param scratchUrl an empty database, for work that replays migrations beside the real one.
 */
export async function withSchemaEngine<Result>(
  databaseUrl: string,
  work: (engine: engine.SchemaEngine) => Promise<Result>,
  scratchUrl?: string,
): Promise<Result> {
  await (bound ??= bindEngine());
  const factory = new WholeScripts(databaseUrl, scratchUrl);
  const opened = await engine.SchemaEngine.new(
    { datamodels: [[schemaFile, await readFile(schemaFile, "utf8")]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    return await work(opened);
  } finally {
    opened.free();
    await factory.close();
  }
}

/** Once a process: a second instance would share the first one's memory and stand still. */
let bound: Promise<void> | undefined;

async function bindEngine(): Promise<void> {
  // Where the engine leaves the reason before it gives up; without it the reason is lost.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message(message: string) {
        throw new Error(message);
      },
    },
  });
  const file = createRequire(import.meta.url).resolve(
    "@prisma/schema-engine-wasm/schema_engine_bg",
  );
  const { instance } = await WebAssembly.instantiate(
    await readFile(file.replace(/\.js$/, ".wasm")),
    { "./schema_engine_bg.js": withoutLingering(engine) },
  );
  engine.__wbg_set_wasm(instance.exports);
  const start = instance.exports["__wbindgen_start"];
  if (typeof start === "function") (start as () => void)();
}

/**
 * The engine waits at most ten seconds for its lock and never takes that timer back, which would
 * keep a finished command alive. So the timer does not count as work.
 */
function withoutLingering(imports: WebAssembly.ModuleImports): WebAssembly.ModuleImports {
  return Object.fromEntries(
    Object.entries(imports).map(([name, value]) => [
      name,
      name.startsWith("__wbg_setTimeout_")
        ? (callback: () => void, delay: number) => setTimeout(callback, delay).unref()
        : value,
    ]),
  );
}

/**
 * The adapter cuts a script at every semicolon, which breaks function bodies.
 */
class WholeScripts extends PrismaPg {
  readonly #databaseUrl: string;
  readonly #scratchUrl: string | undefined;
  readonly #opened: SqlDriverAdapter[] = [];

  constructor(databaseUrl: string, scratchUrl?: string) {
    // An ended pool keeps its idle timer: without this a command would linger for ten seconds.
    super({ connectionString: databaseUrl, allowExitOnIdle: true });
    this.#databaseUrl = databaseUrl;
    this.#scratchUrl = scratchUrl;
  }

  override async connect() {
    const adapter = await super.connect();
    readSingleLetters(adapter, adapter.underlyingDriver());
    return this.#whole(adapter, this.#databaseUrl);
  }

  override async connectToShadowDb() {
    if (this.#scratchUrl === undefined) return super.connectToShadowDb();
    const scratch = await new PrismaPg({
      connectionString: this.#scratchUrl,
      allowExitOnIdle: true,
    }).connect();
    readSingleLetters(scratch, scratch.underlyingDriver());
    return this.#whole(scratch, this.#scratchUrl);
  }

  async close(): Promise<void> {
    await Promise.all(this.#opened.map((adapter) => adapter.dispose()));
  }

  #whole<Adapter extends SqlDriverAdapter>(adapter: Adapter, url: string): Adapter {
    this.#opened.push(adapter);
    const dispose = adapter.dispose.bind(adapter);
    let disposed: Promise<void> | undefined;
    // The engine closes a scratch connection itself, and a pool may be ended only once.
    adapter.dispose = () => (disposed ??= dispose());
    adapter.executeScript = (script) =>
      withConnection(url, async (client) => {
        await client.query(script);
      });
    return adapter;
  }
}
