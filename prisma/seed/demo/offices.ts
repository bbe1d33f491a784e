import type pg from "pg";

export type OfficePlan = {
  readonly district: string;
  readonly code: string;
  readonly name: string;
  readonly kind: "opd" | "puskesmas" | "organisation";
  readonly region: string;
  readonly headTitle: string;
};

/** Holds the first three villages of Selat in the sample of Kapuas; invented. */
export const puskesmasSelat: OfficePlan = {
  district: "62.03",
  code: "pkm-selat",
  name: "Puskesmas Selat",
  kind: "puskesmas",
  region: "62.03.01",
  headTitle: "Kepala Puskesmas",
};

/** Whom the instruction of the bupati of Kapuas names; their codes are invented. */
export const kapuasOffices: readonly OfficePlan[] = (
  [
    ["dinkes", "Dinas Kesehatan"],
    ["disdik", "Dinas Pendidikan"],
    ["dinsos", "Dinas Sosial"],
    ["dp3appkb", "Dinas PPPAPPKB"],
    ["dpmd", "Dinas Pemberdayaan Masyarakat dan Desa"],
    ["diskominfo", "Dinas Komunikasi dan Informatika"],
    ["tp-pkk", "TP PKK"],
  ] as const
).map(([code, name]) => ({
  district: "62.03",
  code,
  name,
  kind: code === "tp-pkk" ? "organisation" : "opd",
  region: "62.03",
  headTitle: code === "tp-pkk" ? "Ketua" : "Kepala Dinas",
}));

/** The document says "seluruh OPD" and names none. */
const opd = [
  ["opd-sekretariat", "Sekretariat Daerah", "Sekretaris Daerah"],
  ["opd-kesehatan", "Dinas Kesehatan", "Kepala Dinas"],
  ["opd-pendidikan", "Dinas Pendidikan", "Kepala Dinas"],
  ["opd-pekerjaan-umum", "Dinas Pekerjaan Umum", "Kepala Dinas"],
  ["opd-kependudukan", "Dinas Kependudukan dan Catatan Sipil", "Kepala Dinas"],
] as const;

/** The offices of Kepulauan Anambas that were vaccinated first: OPD, and those of the camat. */
export function anambasOffices(
  subdistricts: readonly { readonly code: string; readonly name: string }[],
): { readonly opd: readonly OfficePlan[]; readonly camat: readonly OfficePlan[] } {
  const all = { district: "21.05", kind: "opd" } as const;
  return {
    opd: opd.map(([code, name, headTitle]) => ({ ...all, code, name, region: "21.05", headTitle })),
    camat: subdistricts.map(({ code, name }) => ({
      ...all,
      code: `kantor-camat-${code.slice(-2)}`,
      name: `Kantor Camat ${name}`,
      region: code,
      headTitle: "Camat",
    })),
  };
}

/** Writes the offices whose code is free; one that somebody has stays theirs. */
export async function insertDemoOffices(
  client: pg.Client,
  offices: readonly OfficePlan[],
): Promise<void> {
  await client.query(
    `insert into office (district_code, code, name, kind, region_code, head_title, is_demo)
     select district, code, name, kind, region, "headTitle", true
     from jsonb_to_recordset($1) as office (
       district text, code text, name text, kind text, region text, "headTitle" text)
     on conflict (district_code, code) do nothing`,
    [JSON.stringify(offices)],
  );
}
