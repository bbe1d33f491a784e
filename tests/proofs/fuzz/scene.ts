import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";

import { encode } from "next-auth/jwt";
import { z } from "zod";

import { endpoints } from "@/lib/server/api/endpoints";
import type { Endpoint } from "@/lib/server/api/endpoint";
import { encodeSession } from "@/lib/account/auth/server/token";
import { campaignChange, campaignInput } from "@/lib/campaign/schema";
import { localDay } from "@/lib/base/time/time-zone";
import { addDays } from "@/lib/base/time/calendar-day";
import { loadAreas } from "@/prisma/seed/areas";
import { loadDemo } from "@/prisma/seed/demo";

import { projectFolder } from "../../../scripts/project";
import { insertSession } from "../../../scripts/session-row";
import { withConnection } from "../../../scripts/sql";
import { makeChance } from "./chance";
import { readForms } from "./forms";
import type { ActionGround, EndpointGround, FormGround, Ground, Person } from "./ground";
import { readRecordIds, setRecords, type RecordIds } from "./record-right";
import { readRights } from "./right";
import { sampleOf, shapeOf, type Values } from "./sample";
import type { Send } from "./send";

const slug = "bian-kapuas";
const buildFolder = path.resolve(projectFolder, process.env["NEXT_DIST_DIR"] ?? ".next");

/** Someone whom no request of the run comes from: they may be changed, reset and disabled. */
const guineaPig = "uji.sasaran";

type Cookies = ReadonlyMap<Person, string | null>;

/** Fills an empty database with the demo data, and makes the cookie of everyone who asks. */
export async function setFuzzScene(databaseUrl: string, secret: string): Promise<Cookies> {
  await loadAreas(databaseUrl);
  await loadDemo(databaseUrl, { today: localDay(new Date(), "Asia/Jakarta") });
  await setRecords(databaseUrl, slug);
  const sessions = await withConnection(databaseUrl, async (client) => {
    await client.query(
      `insert into app_user (username, display_name, role, home_region_code, password_hash, is_active)
       values ($1, 'Uji sasaran', 'subdistrictHead', '62.03.02', 'none', true),
              ('uji.nonaktif', 'Uji nonaktif', 'administrator', '00', 'none', false)`,
      [guineaPig],
    );
    const { rows } = await client.query<{ username: string; id: string }>(
      "select username, id from app_user",
    );
    const sessions = new Map<string, { readonly sessionId: string }>();
    for (const { username, id } of rows) sessions.set(username, await insertSession(client, id));
    return sessions;
  });
  const claims = (username: string) => sessions.get(username) ?? { sessionId: randomUUID() };
  const cookie = (value: string) => `next-auth.session-token=${value}`;
  const of = async (username: string) => cookie(await encodeSession(claims(username)));
  return new Map<Person, string | null>([
    ["administrator", await of("admin")],
    ["healthOffice", await of("dinkes.kapuas")],
    ["subdistrictHead", await of("camat.selat")],
    ["villageHead", await of("lurah.selathilir")],
    ["regentOffice", await of("bupati.kapuas")],
    ["unitHead", await of("kepala.pkmselat")],
    ["stranger", await of("dinkes.gunungmas")],
    ["disabled", await of("uji.nonaktif")],
    ["nobody", null],
    ["garbage", cookie("abc.%00;;=\t.def; kampanye=%; NEXT_LOCALE=../x")],
    ["expired", cookie(await encode({ token: claims("admin"), secret, maxAge: -60 }))],
    ["otherSecret", cookie(await encode({ token: claims("admin"), secret: "x".repeat(40) }))],
  ]);
}

/** Reads what there is to be asked: from the code, the build, the database and the pages. */
export async function readGround(databaseUrl: string, send: Send): Promise<Ground> {
  const records = await readRecordIds(databaseUrl, slug);
  const values = await readValues(databaseUrl, records);
  const pages = await readPages(records);
  const actions = await readActions(pages, await readAllForms(pages, send));
  const [today = ""] = values["day"] ?? [];
  return {
    slugs: [slug, slug, slug, "bian-gunung-mas-2022"],
    values,
    pages,
    endpoints: Object.values<Endpoint>(endpoints).map(endpointGround),
    actions,
    rights: await readRights(databaseUrl, slug, today, actions),
  };
}

function endpointGround(endpoint: Endpoint): EndpointGround {
  return {
    operation: endpoint.operation,
    method: endpoint.method,
    path: endpoint.path,
    query: endpoint.query ? shapeOf(endpoint.query) : null,
    body: endpoint.body ? shapeOf(endpoint.body) : null,
    isForm: endpoint.bodyType !== undefined,
  };
}

/** Every page and download of the build, with an address in the demo data. */
async function readPages(records: RecordIds): Promise<readonly string[]> {
  const file = path.join(buildFolder, "app-path-routes-manifest.json");
  const routes = z.record(z.string(), z.string()).parse(JSON.parse(await readFile(file, "utf8")));
  const parameters: Readonly<Record<string, string>> = {
    "[unit]": "62.03.01.1007",
    "[place]": "62.03.01.1007",
    "[slug]": slug,
    "[username]": guineaPig,
  };
  const recordOf = (route: string) =>
    Object.entries(records).find(([screen]) => route.startsWith(screen))?.[1] ?? "x";
  return Object.values(routes)
    .filter((route) => !route.startsWith("/api/") && !route.startsWith("/_"))
    .map((route) => route.replaceAll(/\[\w+\]/g, (name) => parameters[name] ?? recordOf(route)))
    .map((address) => `${address}?kampanye=${slug}`)
    .sort();
}

const readers = [
  "administrator",
  "healthOffice",
  "subdistrictHead",
  "villageHead",
  "nobody",
] as const;

async function readAllForms(pages: readonly string[], send: Send): Promise<readonly FormGround[]> {
  const found: FormGround[] = [];
  for (const address of pages) {
    for (const person of readers) {
      const { status, text } = await send({
        method: "GET",
        path: address,
        headers: {},
        body: null,
        person,
      });
      if (status === 200) found.push(...readForms(text).map((fields) => ({ address, fields })));
    }
  }
  return found;
}

const manifest = z.object({
  node: z.record(
    z.string(),
    z.object({ exportedName: z.string(), workers: z.record(z.string(), z.unknown()) }),
  ),
});

async function readActions(
  pages: readonly string[],
  forms: readonly FormGround[],
): Promise<readonly ActionGround[]> {
  const file = path.join(buildFolder, "server", "server-reference-manifest.json");
  const { node } = manifest.parse(JSON.parse(await readFile(file, "utf8")));
  return Object.entries(node).map(([id, { exportedName, workers }]) => {
    const own = forms.filter(({ fields }) =>
      fields.some(([name, value]) => name.startsWith("$ACTION") && `${name} ${value}`.includes(id)),
    );
    const addresses = Object.keys(workers).flatMap((worker) => {
      const shape = worker.replace(/^app|\/page$|\/\([^)]*\)/g, "").replace(/\/page$/, "");
      const start = shape.replaceAll(/\/\([^)]*\)/g, "").replace(/\/\[.*$/, "/");
      return pages.filter((page) => page.split("?")[0]?.startsWith(start));
    });
    return {
      id,
      name: exportedName,
      address: addresses[addresses.length - 1] ?? `/lainnya?kampanye=${slug}`,
      forms: own.slice(0, 12),
    };
  });
}

async function readValues(databaseUrl: string, records: RecordIds): Promise<Values> {
  const today = localDay(new Date(), "Asia/Jakarta");
  const days = [0, -1, -2, -6].map((offset) => addDays(today, offset));
  const { marks, ids } = await withConnection(databaseUrl, async (client) => {
    const reports = await client.query<{ mark: string; id: string }>(
      `select unit_code || '~' || day || '~' || version as mark, submission_id as id
       from daily_report where unit_code like '62.03.%' order by day desc, unit_code limit 40`,
    );
    return {
      marks: reports.rows.map(({ mark }) => mark),
      ids: reports.rows.map(({ id }) => id),
    };
  });
  const chance = makeChance(1);
  const bodies = { slug: [slug], districtCode: ["62.03"], code: ["MR", "OPV"], day: days };
  const bodyOf = (schema: z.ZodType) => JSON.stringify(sampleOf(shapeOf(schema), bodies, chance));
  const units = ["62.03.01.1007", "62.03.01.1007", "62.03.01.1008", "62.03.09.2001", "0"];
  const places = ["62.03", "62.03.01", "62.03.09", "62.03.01.1007", "62.10"];
  return {
    kampanye: [slug, slug, slug, "bian-gunung-mas-2022", "tidak-ada"],
    slug: [slug],
    id: [
      ...Object.values(records),
      ...ids.slice(0, 3),
      randomUUID(),
      "7b0d7f6e-0000-4000-8000-000000000001",
    ],
    ids: [ids.slice(0, 5).join(","), ids[0] ?? ""],
    permintaan: [randomUUID()],
    unit: units,
    code: places,
    place: places,
    tempat: places,
    kecamatan: places,
    wilayah: places,
    day: days,
    hari: days,
    asOf: days,
    from: days,
    dari: days,
    sampai: days,
    submittedAt: [new Date().toISOString()],
    sentAt: [new Date().toISOString()],
    startsOn: days,
    endsOn: days,
    intervention: ["MR", "OPV", "IPV"],
    intervensi: ["MR", "OPV", "IPV"],
    targetGroup: ["9-59-bulan", "5-7-tahun"],
    kelompok: ["9-59-bulan"],
    round: ["1", "2"],
    putaran: ["1", "2"],
    baseVersion: ["0", "1", "2"],
    zero: ["true"],
    reason: ["", "typingError", "other"],
    reasonNote: ["", "salah baris"],
    figures: ["daily", "cumulative"],
    via: ["screen"],
    lakukan: ["verifikasi", "kembalikan", "bersih:62.03.01"],
    laporan: marks,
    alasan: ["", "Mohon dihitung ulang"],
    keputusan: ["opened", "declined"],
    rule: ["aboveTarget", "zeroDay", "digitPreference"],
    subject: ["62.03.01", "62.03.01.1007"],
    facts: ["abc"],
    note: ["Hujan lebat sejak pagi"],
    kind: ["weather", "stockOut"],
    span: ["cumulative", "day"],
    doses: ["298.376", "12"],
    source: ["local", "ministry", "Siaran pers"],
    sumber: ["local"],
    decree: ["", "SK 1/2026"],
    cells: ['[["62.03.01.1007","MR","9-59-bulan",0,120]]'],
    newestSeen: ["", "1"],
    fileName: ["sasaran.csv"],
    body: [bodyOf(campaignChange), bodyOf(campaignInput), "{}"],
    username: [guineaPig, "uji.baru", "tidak.ada"],
    displayName: ["Uji sasaran"],
    role: ["subdistrictHead", "villageHead", "administrator"],
    homeRegion: ["62.03.02", "62.03"],
    districtCode: ["62.03", "62.10"],
    kabupaten: ["62.03"],
    isActive: ["true", "false"],
    // Never the right one: a session has to last the run.
    current: ["salah-sandi"],
    password: ["salah-sandi"],
    next: ["sandi-baru-yang-panjang"],
    again: ["sandi-baru-yang-panjang"],
    csrfToken: ["abc"],
    kembali: ["/ringkasan", "//elsewhere.example", "/\\elsewhere.example"],
    locale: ["id", "en"],
    text: ["selat"],
    levels: ["district"],
    limit: ["10"],
    offset: ["0", "10"],
    status: ["unverified", "submitted"],
    by: ["unit", "subdistrict"],
    halaman: ["1", "2"],
    sent: [randomUUID()],
    batch: [records["/logistik"] ?? "", "LOT-7"],
    indicator: [records["/indikator"] ?? ""],
    to: ["62.03", "62.03.01", "kantor/dinkes"],
    foundAt: days.map((day) => `${day}T08:00`),
    toldDistrictAt: days.map((day) => `${day}T09:00`),
    expiresOn: days,
    interventions: ["MR", "OPV"],
    signs: ["demam"],
    location: ["RT 4"],
    assessor: ["Tim"],
    base: ["62.03", "62.03.01"],
    period: ["2026-11"],
    periode: ["2026-11"],
    district: ["62.03"],
    isSerious: ["yes", "no"],
    jenis: ["receipt", "discard", "count"],
  };
}
