/** Every address in the application. Addresses are read by people, so they are Indonesian. */
export const routes = {
  home: "/",
  signIn: "/masuk",
  firstSteps: "/langkah-awal",
  summary: "/ringkasan",
  coverage: "/cakupan",
  coverageOf: (placeCode: string) => `/cakupan/${encodeURIComponent(placeCode)}`,
  coverageCsv: "/cakupan/csv",
  coverageBesidesCsv: "/cakupan/isian-tambahan",
  today: "/hari-ini",
  offlineToday: "/hari-ini/luring",
  entry: "/input",
  entryOf: (unitCode: string) => `/input/${encodeURIComponent(unitCode)}`,
  entryImport: "/input/muat",
  entryTemplate: "/input/muat/templat",
  entrySheet: "/input/unduh",
  entryForm: "/input/formulir",
  outbox: "/input/kotak-keluar",
  offlineEntry: "/input/luring",
  completeness: "/kelengkapan",
  completenessCsv: "/kelengkapan/csv",
  quality: "/mutu",
  qualityCsv: "/mutu/csv",
  verification: "/verifikasi",
  sources: "/cakupan/sumber",
  sourcesCsv: "/cakupan/sumber/csv",
  schedule: "/jadwal",
  proposal: "/jadwal/usulan",
  planning: "/jadwal/atur",
  newSession: "/jadwal/baru",
  session: (id: string) => `/jadwal/${id}`,
  scheduleCsv: "/jadwal/csv",
  scheduleIcs: "/jadwal/ics",
  directives: "/tindak-lanjut",
  newDirective: "/tindak-lanjut/baru",
  ownFollowUps: "/permintaan",
  directive: (id: string) => `/tindak-lanjut/${id}`,
  directiveCsv: (id: string) => `/tindak-lanjut/${id}/csv`,
  followUp: (id: string) => `/permintaan/${id}`,
  adverseEvents: "/kipi",
  adverseEventsCsv: "/kipi/csv",
  newAdverseEvent: "/kipi/baru",
  adverseEvent: (id: string) => `/kipi/${id}`,
  rapidAssessments: "/rca",
  rapidAssessmentsCsv: "/rca/csv",
  newRapidAssessment: "/rca/baru",
  rapidAssessment: (id: string) => `/rca/${id}`,
  stock: "/logistik",
  stockBatch: "/logistik/batch",
  stockRecord: "/logistik/catat",
  stockLedger: "/logistik/mutasi",
  stockLedgerCsv: "/logistik/mutasi/csv",
  indicators: "/indikator",
  indicatorsCsv: "/indikator/csv",
  indicatorEntry: "/indikator/isi",
  indicatorImport: "/indikator/muat",
  indicatorList: "/indikator/daftar",
  newIndicator: "/indikator/daftar/baru",
  indicator: (id: string) => `/indikator/daftar/${id}`,
  indicatorValue: (id: string) => `/indikator/nilai/${id}`,
  auditTrail: "/jejak",
  auditTrailCsv: "/jejak/csv",
  targets: "/sasaran",
  targetImport: "/sasaran/muat",
  targetTemplate: "/sasaran/templat",
  campaigns: "/kampanye",
  newCampaign: "/kampanye/baru",
  campaign: (slug: string) => `/kampanye/${slug}`,
  campaignFile: (slug: string) => `/kampanye/${slug}/definisi`,
  people: "/pengguna",
  newPerson: "/pengguna/baru",
  person: (username: string) => `/pengguna/${encodeURIComponent(username)}`,
  offices: "/pengguna/kantor",
  account: "/akun",
  more: "/lainnya",
  about: "/tentang",
} as const;

/** One step of a draft of a campaign, from 1. */
export function draftStepPath(id: string, step: number): string {
  return withQuery(routes.newCampaign, { konsep: id, langkah: step });
}

/** Where one number is changed on the page of target populations. */
export const correctionAnchor = "ubah";

/** The row of a unit on the page of target populations, as an anchor. */
export function targetAnchor(unit: string): string {
  return `sasaran-${unit}`;
}

/**
 * An address with its query, behind one that it has. Empty values are left out, so that a filter that
 * filters nothing leaves no trace in the address.
 */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | null | undefined>>,
): string {
  const kept = Object.entries(query).flatMap(([name, value]) =>
    value === null || value === undefined || value === "" ? [] : [[name, String(value)]],
  );
  const mark = path.includes("?") ? "&" : "?";
  return kept.length === 0 ? path : `${path}${mark}${new URLSearchParams(kept).toString()}`;
}

/**
 * An address of this application, or null: a link to sign in must not lead out of it. Browsers
 * read a backslash as a slash and drop tabs and line ends, so that "/\t/" would be "//".
 */
export function ownAddress(address: string | undefined): string | null {
  return address && /^\/(?!\/)[^\\\s]*$/.test(address) ? address : null;
}
