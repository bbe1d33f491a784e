import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { from as copyFrom, to as copyTo } from "pg-copy-streams";

import { loadAreas } from "../../../prisma/seed/areas";
import { withConnection } from "../../../scripts/sql";
import { say, takeTurns, tell } from "./figure";

/** (d) Loading the country's areas against a bare COPY of them. Leaves them loaded. */
export async function measureAreas(databaseUrl: string): Promise<void> {
  say("(d) The country's areas, five times.");
  await withConnection(databaseUrl, async (client) => {
    const count = await loadAreas(databaseUrl);
    const lines: Buffer[] = [];
    for await (const part of client.query(
      copyTo("copy region to stdout"),
    ) as AsyncIterable<Buffer>) {
      lines.push(part);
    }
    const text = Buffer.concat(lines);
    await client.query("create table bare_region (like region)");

    const loading = await takeTurns(
      {
        load: async () => {
          await client.query("truncate region cascade");
          await loadAreas(databaseUrl);
        },
        copy: async () => {
          await client.query("truncate bare_region");
          await pipeline(
            Readable.from([text]),
            client.query(copyFrom("copy bare_region from stdin")),
          );
        },
      },
      { rounds: 5, warmUp: 1 },
    );
    tell("d areas of the country", count, "rows");
    tell("d loading them", loading.load, "ms");
    tell("d a bare COPY of them", loading.copy, "ms");
    tell("d loading areas / bare COPY (<= 5)", loading.load / loading.copy, "ratio");
  });
}
