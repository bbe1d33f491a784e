import { randomUUID } from "node:crypto";

import { withConnection } from "../../../scripts/sql";
import { bodyOf } from "./ledger";
import { type Disguise, withoutHeaders } from "./road";

/**
 * What breaks idempotency on purpose, by id and by content: every delivery of a report gets an id
 * of its own, the version that stands, and its own number among its doses to non-residents, as from
 * a program that numbers its requests and overwrites. A run with it has to find doubled reports,
 * or it could find none at all.
 */
export function makeDisguise(databaseUrl: string): Disguise & {
  readonly original: (id: string) => string;
} {
  const originals = new Map<string, string>();
  const latest = new Map<string, string>();
  let deliveries = 0;

  return {
    original: (id) => originals.get(id) ?? id,
    async outward({ path, body, ...delivery }) {
      if (delivery.method === "GET") {
        return { ...delivery, body, path: replaced(path, latest) };
      }
      const { reports, ...rest } = bodyOf(body);
      const versions = await versionsOf(databaseUrl, reports);
      deliveries += 1;
      const disguised = reports.map((report) => {
        const id = randomUUID();
        originals.set(id, report.id);
        latest.set(report.id, id);
        const [first, ...others] = report.tallies;
        return {
          ...report,
          id,
          baseVersion: versions.get(`${report.day} ${report.unit}`) ?? 0,
          tallies: first ? [{ ...first, nonResidents: deliveries }, ...others] : [],
        };
      });
      const headers = withoutHeaders(delivery.headers, "content-encoding");
      const text = JSON.stringify({ ...rest, reports: disguised });
      return { ...delivery, headers, path, body: Buffer.from(text) };
    },
    // The devices give nothing to non-residents.
    inward: (body) =>
      Buffer.from(
        replaced(body.toString("utf8"), originals).replaceAll(
          /"nonResidents":\d+/g,
          '"nonResidents":0',
        ),
      ),
  };
}

function replaced(text: string, names: ReadonlyMap<string, string>): string {
  return text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => names.get(id) ?? id);
}

async function versionsOf(
  databaseUrl: string,
  reports: readonly { readonly unit: string; readonly day: string }[],
): Promise<ReadonlyMap<string, number>> {
  return withConnection(databaseUrl, async (client) => {
    const { rows } = await client.query<{ place: string; version: number }>(
      `select day || ' ' || unit_code as place, version from daily_report
       where unit_code = any($1)`,
      [reports.map(({ unit }) => unit)],
    );
    return new Map(rows.map(({ place, version }) => [place, version]));
  });
}
