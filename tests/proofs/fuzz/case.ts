import { actionBody } from "./action-case";
import { makeChance, type Chance } from "./chance";
import { fileCase, takesFiles } from "./file-case";
import { people, type EndpointGround, type Ground, type Person } from "./ground";
import { badTexts, byteFaults, spoil, spoilBytes } from "./malformed";
import { sampleOf, valuesOf } from "./sample";
import { escaped, unstorableCase, unstorableEscapes, unstorablePage } from "./unstorable";

/** One malformed request. */
export type Case = {
  readonly number: number;
  /** What it aims at: "api coverage", "page /input", "action signOut". */
  readonly target: string;
  readonly method: string;
  /** As it stands in the request's first line. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
  readonly person: Person;
  /** Milliseconds that its answer may take, where it is more than others'. */
  readonly patience?: number;
};

const badOrigins = [
  "https://elsewhere.example",
  "null",
  "::",
  "http://localhost.elsewhere.example",
];

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "PROPFIND", "TRACE"];

/** The request of that number: the same for the same seed, whatever the others are. */
export function makeCase(seed: number, number: number, ground: Ground): Case {
  const chance = makeChance((Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b)) | 0);
  const kind = chance.below(100);
  if (kind < 10 && ground.rights.length > 0) {
    return { number, ...unstorableCase(ground, number, chance) };
  }
  if (kind < 16 && takesFiles(ground)) return { number, ...fileCase(ground, chance) };
  const made =
    kind < 40 || ground.actions.length + ground.pages.length === 0
      ? apiCase(chance.of(ground.endpoints), ground, chance)
      : kind < 60
        ? pageCase(ground, chance)
        : actionCase(ground, chance);
  const person = chance.of(people);
  return {
    number,
    person,
    ...made,
    method: chance.happens(0.03) ? chance.of(methods) : made.method,
    headers: { ...made.headers, ...strangeHeaders(chance) },
  };
}

type Made = Omit<Case, "number" | "person"> & { readonly person?: Person };

function apiCase(endpoint: EndpointGround, ground: Ground, chance: Chance): Made {
  const slug = chance.happens(0.12) ? broken(chance) : chance.of(ground.slugs);
  const known = valuesOf(ground.values, "id");
  const id = known.length === 0 || chance.happens(0.12) ? broken(chance) : chance.of(known);
  const query = endpoint.query === null ? "" : queryOf(endpoint.query, ground, chance);
  const made = {
    target: `api ${endpoint.operation}`,
    method: endpoint.method,
    path: strangePath(endpoint.path.replace("{slug}", slug).replace("{id}", id), chance) + query,
  };
  if (endpoint.body === null) return { ...made, headers: {}, body: null };

  const right = sampleOf(endpoint.body, ground.values, chance);
  const whole = chance.happens(0.15) ? right : spoil(right, chance);
  const type = endpoint.isForm ? "application/x-www-form-urlencoded" : "application/json";
  const text = Buffer.from(endpoint.isForm ? formText(whole) : JSON.stringify(whole));
  const sent = chance.happens(0.25)
    ? spoilBytes(text, type, chance.of(byteFaults), chance)
    : { body: text, headers: { "content-type": type } };
  return { ...made, ...sent };
}

function pageCase(ground: Ground, chance: Chance): Made {
  if (chance.happens(0.35)) return unstorablePage(ground, pageParameters, chance);
  const address = chance.of(ground.pages);
  const [path = "/", given = ""] = address.split("?");
  const names = [...new URLSearchParams(given).keys(), ...pageParameters];
  const query = Array.from({ length: 1 + chance.below(4) }, () => {
    const name = chance.happens(0.1) ? broken(chance) : chance.of(names);
    const known = valuesOf(ground.values, name);
    const value = known.length > 0 && chance.happens(0.4) ? chance.of(known) : broken(chance);
    return `${name}=${value}`;
  });
  if (chance.happens(0.7)) query.unshift(given);
  const scripted = chance.happens(0.2);
  return {
    target: `page ${path}`,
    method: "GET",
    path: `${strangePath(path, chance)}?${query.filter((part) => part !== "").join("&")}`,
    headers: scripted ? { rsc: "1", "next-router-state-tree": chance.of(badTrees) } : {},
    body: null,
  };
}

/** Names that addresses of pages use, beside those of the page's own example. */
const pageParameters = [
  "kampanye", "hari", "kecamatan", "wilayah", "intervensi", "kelompok", "putaran", "sumber",
  "status", "halaman", "urut", "kembali", "peringatan", "terkirim", "versi", "kabupaten", "orang",
  "jenis", "dari", "sampai", "aturan", "lingkup", "bulan", "tampil", "tersimpan", "_rsc", "cari",
  "laporan", "minta", "sebelum", "tempat", "angka", "penanggung", "keadaan", "isi", "matriks",
  "peringkat", "semua", "di-bawah-target", "id", "batch", "tanggal", "vaksin", "yang", "hasil",
  "sesudah", "tampilan", "diterapkan", "ubah", "periode", "desa", "opd", "banding", "hal", "indikator",
]; // prettier-ignore

const badTrees = ["", "%5B%5D", "%5B%22%22%2C%7B%7D%5D", "{", "%", "[".repeat(500)];

function actionCase(ground: Ground, chance: Chance): Made {
  const action = chance.of(ground.actions);
  const { path, body, contentType, headers } = actionBody(action, ground, chance);
  const sent = chance.happens(0.08)
    ? spoilBytes(body, contentType, chance.of(byteFaults), chance)
    : { body, headers: { "content-type": contentType } };
  return {
    target: `action ${action.name}`,
    method: "POST",
    path,
    body: sent.body,
    headers: { ...headers, ...sent.headers },
  };
}

function queryOf(shape: NonNullable<EndpointGround["query"]>, ground: Ground, chance: Chance) {
  const right = sampleOf(shape, ground.values, chance);
  const pairs = Object.entries(typeof right === "object" && right !== null ? right : {})
    .filter(() => chance.happens(0.6))
    .map(([name, value]) => [name, encodeURIComponent(String(value))] as const);
  const spoilt = pairs.flatMap(([name, value]) => {
    const fault = chance.below(12);
    if (fault < 3) return [`${name}=${broken(chance)}`];
    if (fault === 3) return [`${name}=${value}`, `${name}=${value}`];
    if (fault === 4) return [`${name}[]=${value}`];
    return [`${name}=${value}`];
  });
  if (chance.happens(0.2)) spoilt.push(`${broken(chance)}=${broken(chance)}`);
  return spoilt.length === 0 ? "" : `?${spoilt.join("&")}`;
}

/** A bad text as part of an address: rightly escaped, or with escapes that are none. */
function broken(chance: Chance): string {
  const fault = chance.below(12);
  if (fault === 0) return chance.of(["%zz", "%", "%c3%28", "%2e%2e%2f", "%25%30"]);
  if (fault === 2) return chance.of(unstorableEscapes);
  if (fault === 1) return "y".repeat(chance.of([300, 9_000]));
  return escaped(chance.of(badTexts).slice(0, 2_000));
}

function strangePath(path: string, chance: Chance): string {
  if (!chance.happens(0.08)) return path;
  return chance.of([
    `${path}/`,
    `/${path}`,
    `${path}/..%2f..%2f`,
    `${path}/../../etc/passwd`,
    `${path}%00`,
    `${path}%zz`,
    `${path}/${broken(chance)}`,
    path.replace(/\/[^/]*$/, `/${broken(chance)}`),
    path.toUpperCase(),
    `${path};a=b`,
    `${path}.json`,
    `${path}//`,
    `${path}\\..\\`,
  ]);
}

function strangeHeaders(chance: Chance): Record<string, string> {
  if (!chance.happens(0.2)) return {};
  const text = chance
    .of(badTexts)
    .replaceAll(/[^\x20-\x7e]/g, "?")
    .slice(0, 4_000);
  const name = chance.of([
    "accept-language",
    "if-none-match",
    "x-cakupan-person",
    "x-forwarded-for",
    "x-forwarded-host",
    "accept-encoding",
    "range",
    "expect-ct",
    "next-router-prefetch",
    "x-nonce",
    "x-middleware-subrequest",
    "sec-fetch-site",
    "origin",
    "x-long",
  ]);
  if (name === "origin") return { origin: chance.of(badOrigins) };
  if (name === "x-long") return { [name]: "l".repeat(chance.of([1_000, 20_000])) };
  return { [name]: text };
}

function formText(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  return Object.entries(value)
    .map(([name, part]) => {
      const text = typeof part === "string" ? part : JSON.stringify(part);
      return `${escaped(name)}=${escaped(String(text))}`;
    })
    .join("&");
}
