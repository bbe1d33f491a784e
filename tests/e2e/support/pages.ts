import { mayEver, roles, type Role } from "@/lib/account/auth/policy";

import { instructionIds } from "@/prisma/seed/demo/kapuas-instruction";
import { safetyIds } from "@/prisma/seed/demo/kapuas-safety";

import { appPages } from "../../support/app-pages";

/** The demo account of each role. */
export const personOf: Readonly<Record<Role, string>> = {
  administrator: "admin",
  healthOffice: "dinkes.kapuas",
  subdistrictHead: "camat.selat",
  villageHead: "lurah.selathilir",
  regentOffice: "bupati.kapuas",
  unitHead: "kepala.pkmselat",
};

type PageRow = {
  readonly name: string;
  /** An address of the page that everyone of these roles may see, in the demo data. */
  readonly address: string;
  readonly isPage: boolean;
  /** Who may open it; "anyone": without a session too. */
  readonly roles: readonly Role[] | "anyone";
};

/** What stands in the demo data for a part of an address. */
const parts: Readonly<Record<string, string>> = {
  "[place]": "62.03.01.1007",
  "[unit]": "62.03.01.1007",
  "[slug]": "bian-kapuas",
  "[username]": "camat.selat",
};

/** The same, where an address says no more than "id". */
const ids: Readonly<Record<string, string>> = {
  "/kipi/[id]": safetyIds.adverseEvent,
  "/permintaan/[id]": instructionIds.followUp,
  "/rca/[id]": safetyIds.rapidAssessment,
  "/tindak-lanjut/[id]": instructionIds.directive,
  "/tindak-lanjut/[id]/csv": instructionIds.directive,
};

const planners = roles.filter((role) => mayEver(role, "plan:manage"));

/**
 * One thing is asked of one: those who asked and the camat of Selat may open it. What is planned is read by more
 * than plan it.
 */
const rolesOf: Readonly<Record<string, readonly Role[]>> = {
  // Without a batch the form of a new one, which is for who manages all stock.
  "/logistik/batch": ["administrator", "healthOffice"],
  "/permintaan/[id]": ["administrator", "healthOffice", "subdistrictHead", "regentOffice"],
  "/jadwal/atur": planners,
  "/jadwal/baru": planners,
  "/jadwal/usulan": planners,
  "/indikator/daftar/baru": roles.filter((role) => mayEver(role, "indicator:manage")),
};

/** Pages that want more than a campaign. */
const asked: Readonly<Record<string, string>> = {
  "/cakupan/sumber": "&intervensi=MR",
  "/cakupan/sumber/csv": "&intervensi=MR",
  "/jejak": "&kabupaten=62.03",
  "/jejak/csv": "&kabupaten=62.03",
};

/**
 * The start leads each role on to its first screen; the campaign has no session (schedule.spec.ts makes one), and
 * no indicator (kampung-kb.spec.ts).
 */
const without: readonly string[] = [
  "/",
  "/jadwal/[id]",
  "/indikator/daftar/[id]",
  "/indikator/isi",
  "/indikator/muat",
  "/indikator/nilai/[id]",
];

/**
 * Every page and download of app/, with who may open it by the register of screens. The pages
 * themselves ask for their permission, so a page that asks for another one is found.
 */
export const pages: readonly PageRow[] = appPages
  .filter(({ name }) => !without.includes(name))
  .map(({ name, isPage, needs }) => ({
    name,
    address: `${name.replaceAll(/\[\w+\]/g, (part) => parts[part] ?? ids[name] ?? part)}?kampanye=bian-kapuas${asked[name] ?? ""}`,
    isPage,
    roles: rolesOf[name] ?? rolesWith(needs),
  }));

/** Rows that show something; downloads are not looked at. */
export const looks: readonly PageRow[] = pages.filter(({ isPage }) => isPage);

function rolesWith(needs: (typeof appPages)[number]["needs"]): PageRow["roles"] {
  if (needs === "anyone") return "anyone";
  if (needs === "signedIn") return roles;
  return needs === null ? [] : roles.filter((role) => mayEver(role, needs));
}
