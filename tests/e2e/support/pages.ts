import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

import type { Role } from "@/lib/account/auth/policy";

/** The demo account of each role. */
export const personOf: Readonly<Record<Role, string>> = {
  administrator: "admin",
  healthOffice: "dinkes.kapuas",
  subdistrictHead: "camat.selat",
  villageHead: "lurah.selathilir",
  regentOffice: "bupati.kapuas",
};

type PageRow = {
  /** An address of the page that everyone of these roles may see, in the demo data. */
  readonly address: string;
  /** Who may open it; "anyone": without a session too. */
  readonly roles: readonly Role[] | "anyone";
};

const everyone: readonly Role[] = [
  "administrator",
  "healthOffice",
  "subdistrictHead",
  "villageHead",
  "regentOffice",
];
const reporters: readonly Role[] = [
  "administrator",
  "healthOffice",
  "subdistrictHead",
  "villageHead",
];
const managers: readonly Role[] = ["administrator", "healthOffice"];

/** Every page and download of app/, as its folder spells it, with who may open it. */
export const pages: Readonly<Record<string, PageRow>> = {
  "/masuk": { address: "/masuk", roles: "anyone" },
  "/ringkasan": { address: "/ringkasan?kampanye=bian-kapuas", roles: everyone },
  "/cakupan": { address: "/cakupan?kampanye=bian-kapuas", roles: everyone },
  "/cakupan/[place]": {
    address: "/cakupan/62.03.01.1007?kampanye=bian-kapuas",
    roles: everyone,
  },
  "/cakupan/csv": { address: "/cakupan/csv?kampanye=bian-kapuas", roles: everyone },
  "/cakupan/sumber": {
    address: "/cakupan/sumber?kampanye=bian-kapuas&intervensi=MR",
    roles: everyone,
  },
  "/cakupan/sumber/csv": {
    address: "/cakupan/sumber/csv?kampanye=bian-kapuas&intervensi=MR",
    roles: everyone,
  },
  "/kelengkapan": { address: "/kelengkapan?kampanye=bian-kapuas", roles: reporters },
  "/kelengkapan/csv": { address: "/kelengkapan/csv?kampanye=bian-kapuas", roles: reporters },
  "/mutu": { address: "/mutu?kampanye=bian-kapuas", roles: managers },
  "/mutu/csv": { address: "/mutu/csv?kampanye=bian-kapuas", roles: managers },
  "/verifikasi": { address: "/verifikasi?kampanye=bian-kapuas", roles: managers },
  "/input": { address: "/input?kampanye=bian-kapuas", roles: reporters },
  "/input/luring": { address: "/input/luring?kampanye=bian-kapuas", roles: reporters },
  "/input/kotak-keluar": { address: "/input/kotak-keluar?kampanye=bian-kapuas", roles: reporters },
  "/input/muat": { address: "/input/muat?kampanye=bian-kapuas", roles: reporters },
  "/input/muat/templat": { address: "/input/muat/templat?kampanye=bian-kapuas", roles: reporters },
  "/input/unduh": { address: "/input/unduh?kampanye=bian-kapuas", roles: reporters },
  "/input/formulir": { address: "/input/formulir?kampanye=bian-kapuas", roles: reporters },
  "/input/[unit]": { address: "/input/62.03.01.1007?kampanye=bian-kapuas", roles: reporters },
  "/sasaran": { address: "/sasaran?kampanye=bian-kapuas", roles: managers },
  "/sasaran/muat": { address: "/sasaran/muat?kampanye=bian-kapuas", roles: managers },
  "/sasaran/templat": { address: "/sasaran/templat?kampanye=bian-kapuas", roles: managers },
  "/kampanye": { address: "/kampanye", roles: managers },
  "/kampanye/baru": { address: "/kampanye/baru", roles: managers },
  "/kampanye/[slug]": { address: "/kampanye/bian-kapuas", roles: managers },
  "/pengguna": { address: "/pengguna", roles: managers },
  "/pengguna/baru": { address: "/pengguna/baru", roles: managers },
  "/pengguna/[username]": { address: "/pengguna/camat.selat", roles: managers },
  "/jejak": { address: "/jejak?kabupaten=62.03", roles: managers },
  "/jejak/csv": { address: "/jejak/csv?kabupaten=62.03", roles: managers },
  "/akun": { address: "/akun", roles: everyone },
  "/lainnya": { address: "/lainnya", roles: everyone },
  "/tentang": { address: "/tentang", roles: everyone },
  "/sw.js": { address: "/sw.js", roles: "anyone" },
};

/** The start leads each role on to its first screen, so it is no page to look at. */
const start = "/";

/** The pages and downloads that app/ has, the interface for programs left out. */
export function addressesOnDisk(): string[] {
  const app = fileURLToPath(new URL("../../../app", import.meta.url));
  return readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file) && !file.startsWith("api/"))
    .map((file) => `/${file}`.replace(/\/(page\.tsx|route\.ts)$/, "").replace(/\/\([^)]*\)/g, ""))
    .filter((address) => address !== "" && address !== start)
    .sort();
}

/** Rows that show something; downloads are not looked at. */
export const screens: readonly (PageRow & { readonly name: string })[] = Object.entries(pages)
  .map(([name, row]) => ({ name, ...row }))
  .filter(
    ({ name }) =>
      ![
        "/cakupan/csv",
        "/cakupan/sumber/csv",
        "/input/muat/templat",
        "/input/unduh",
        "/jejak/csv",
        "/kelengkapan/csv",
        "/mutu/csv",
        "/sasaran/templat",
        "/sw.js",
      ].includes(name),
  );
