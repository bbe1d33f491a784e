import { randomUUID } from "node:crypto";

import { withConnection } from "../../../scripts/sql";
import { bodyOf, jsonOf } from "./ledger";
import { type Delivery, type Disguise, withoutHeaders } from "./road";

/**
 * What breaks idempotency on purpose, by id and by content: every delivery of a report gets an id
 * of its own, the version that stands, and its own number among its doses to non-residents, as from
 * a program that numbers its requests and overwrites; every delivery of a record an id and the version
 * that stands, and of a stock move a record of its own. A run with it has to find doubled reports and
 * records, or it could find none at all.
 */
export function makeDisguise(databaseUrl: string): Disguise & {
  readonly original: (id: string) => string;
} {
  const originals = new Map<string, string>();
  const latest = new Map<string, string>();
  let deliveries = 0;

  function rename(id: string): string {
    const renamed = randomUUID();
    originals.set(renamed, id);
    latest.set(id, renamed);
    return renamed;
  }

  async function disguised(delivery: Delivery): Promise<Delivery> {
    const { sent, ...body } = jsonOf(delivery.body) as { readonly sent: string };
    const { path } = delivery;
    const record = /[0-9a-f-]{36}/.exec(path)?.[0] ?? "";
    const isMove = path.includes("/stock-moves/");
    const version = isMove ? 0 : await recordVersionOf(databaseUrl, record);
    return {
      ...delivery,
      headers: withoutHeaders(delivery.headers, "content-encoding"),
      path: isMove ? path.replace(record, rename(record)) : path,
      body: Buffer.from(JSON.stringify({ ...body, sent: rename(sent), version })),
    };
  }

  return {
    isFor: ({ method, path }) =>
      method === "PUT" || path.includes("/daily-reports") || path.includes("/sent-records/"),
    original: (id) => originals.get(id) ?? id,
    async outward(whole) {
      if (whole.method === "PUT") return disguised(whole);
      const { path, body, ...delivery } = whole;
      if (delivery.method === "GET") {
        return { ...delivery, body, path: replaced(path, latest) };
      }
      const { reports, ...rest } = bodyOf(body);
      const versions = await versionsOf(databaseUrl, reports);
      deliveries += 1;
      const changed = reports.map((report) => {
        const id = rename(report.id);
        const [first, ...others] = report.tallies;
        return {
          ...report,
          id,
          baseVersion: versions.get(`${report.day} ${report.unit}`) ?? 0,
          tallies: first ? [{ ...first, nonResidents: deliveries }, ...others] : [],
        };
      });
      const headers = withoutHeaders(delivery.headers, "content-encoding");
      const text = JSON.stringify({ ...rest, reports: changed });
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

/** Version of a record, or of what is asked, that stands; 0: there is none. */
async function recordVersionOf(databaseUrl: string, record: string): Promise<number> {
  return withConnection(databaseUrl, async (client) => {
    const { rows } = await client.query<{ version: number }>(
      `select coalesce(
         (select version from follow_up where id = $1),
         (select max(version) from record_version where record_id = $1), 0) as version`,
      [record],
    );
    return rows[0]?.version ?? 0;
  });
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
