import { randomUUID } from "node:crypto";

import { beforeEach } from "vitest";

import type { Grant } from "@/lib/account/auth/grant";
import type { Permission } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { readFindings } from "@/lib/monitor/quality/server/queries";
import { hashPassword } from "@/lib/account/auth/server/password";
import { untouched } from "@/lib/base/forms/form-state";
import { submitDailyReports } from "@/lib/report/server/commands";
import { dailyReportSubmission, type ReportStatus } from "@/lib/report/schema";
import { addDays } from "@/lib/base/time/calendar-day";
import { markText } from "@/lib/report/verification/report-mark";
import { draftOfInput } from "@/lib/campaign/definition-draft";
import { newDraft } from "@/lib/campaign/draft";
import { createCampaign } from "@/lib/campaign/server/commands";
import { findCampaign } from "@/lib/campaign/server/queries";
import { query, rewrite } from "@/tests/support/database";
import {
  areas,
  campaign,
  newPerson,
  slugs,
  systemGrant,
  today,
  type Person,
} from "@/tests/support/scene";

import { form } from "./call";
import { directiveCalls } from "./directive-calls";
import { planCalls } from "./plan-calls";
import { safetyCalls } from "./safety-calls";
import { stockCalls } from "./stock-calls";
import { indicatorCalls } from "./indicator-calls";

// A campaign that one call put away takes no report of the others.
beforeEach(async () => {
  await query("update campaign set archived_at = null where archived_at is not null");
});

export const yesterday = addDays(today, -1);

const kampanye = slugs.home;

/** Arguments of an action, for which everything is there that it is about. */
type Prepare = (person: Person | null) => Promise<readonly unknown[]> | readonly unknown[];

/** One call of each action in the home campaign, such that only who calls can be a reason to reject. */
export const calls: Readonly<Record<string, Prepare>> = {
  ...directiveCalls,
  ...planCalls,
  ...safetyCalls,
  ...stockCalls,
  ...indicatorCalls,
  signOut: () => [],
  signInAction: () => sent({ username: `x-${randomUUID()}`.slice(0, 30), password: "salah" }),
  switchLocale: () => [form({ locale: "en" })],
  changePasswordAction: async (person) => {
    await query("update app_user set password_hash = $2 where id = $1", [
      person?.id ?? randomUUID(),
      await hashPassword("sandi-yang-lama"),
    ]);
    const next = "sandi-yang-baru";
    return sent({ current: "sandi-yang-lama", next, again: next });
  },
  endSessionAction: () => sent({ sessionId: randomUUID() }),
  signOutElsewhereAction: () => sent({}),

  chooseEntryFigures: () => sent({ figures: "daily" }),
  submitVillage: async () => {
    await clearReports();
    return villageForm({});
  },
  undoZeroReport: async (person) => {
    await clearReports();
    await haveReport(person);
    return [{ slug: kampanye, unit: areas.homeSelatHilir, day: today }];
  },

  settleQueueAction: async () => {
    await clearReports();
    await haveReport(null);
    return sent({ kampanye, lakukan: "verifikasi", laporan: markOf(areas.homeSelatHilir) });
  },
  askReopeningAction: async () => {
    await query("delete from day_reopening");
    return sent({ kampanye, tempat: areas.homeSelat, hari: yesterday, alasan: "Tidak ada sinyal" });
  },
  openDayAction: async () => {
    await query("delete from day_reopening");
    return sent({ kampanye, tempat: areas.homeSelat, hari: yesterday, alasan: "Tidak ada sinyal" });
  },
  decideReopeningAction: async () => {
    await query("delete from day_reopening");
    const permintaan = await insert(
      `insert into day_reopening (district_code, campaign_id, place_code, day, ask_reason)
       select district_code, id, $1, $2::date, 'Tidak ada sinyal' from campaign where slug = $3
       returning id`,
      [areas.homeSelat, yesterday, kampanye],
    );
    return sent({ kampanye, permintaan, keputusan: "opened", alasan: "" });
  },

  saveDayNoteAction: () =>
    sent({ kampanye, place: areas.homeSelat, day: today, kind: "weather", note: "Hujan lebat" }),
  removeDayNoteAction: async () => {
    const id = await insert(
      `insert into day_note (district_code, campaign_id, place_code, day, kind, note)
       select district_code, id, $1, $2::date, 'weather', 'Hujan' from campaign where slug = $3
       returning id`,
      [areas.homeSelat, today, kampanye],
    );
    return sent({ kampanye, id });
  },

  explainFindingAction: async () => {
    const grant = systemGrant("quality:review");
    const [finding] = await readFindings(grant, await homeCampaign(grant), today);
    const { rule, subject, facts } = finding ?? { rule: "", subject: "", facts: "" };
    return sent({ kampanye, rule, subject, facts, note: "Sudah dihitung ulang" });
  },
  withdrawExplanationAction: async () => {
    const subject = randomUUID();
    await query(
      `insert into finding_note (district_code, campaign_id, rule, subject, facts, note)
       select district_code, id, 'target', $1, 'x', 'Sudah dihitung' from campaign where slug = $2`,
      [subject, kampanye],
    );
    return sent({ kampanye, rule: "target", subject });
  },
  stateTotalAction: () =>
    sent({
      kampanye,
      place: areas.home,
      intervention: "MR",
      day: today,
      span: "cumulative",
      doses: "12",
      source: `Siaran pers ${randomUUID()}`,
    }),
  removeStatedTotalAction: async () => {
    const id = await insert(
      `insert into stated_total
         (district_code, campaign_id, place_code, intervention_code, day, is_cumulative, doses, source)
       select district_code, id, district_code, 'MR', $1::date, true, 12, 'Siaran pers'
       from campaign where slug = $2 returning id`,
      [today, kampanye],
    );
    return sent({ kampanye, id, reason: "Salah ketik" });
  },
  restoreStatedTotalAction: async () => {
    const id = await insert(
      `insert into stated_total (district_code, campaign_id, place_code, intervention_code, day,
         is_cumulative, doses, source, removed_at)
       select district_code, id, district_code, 'MR', $1::date, true, 12, 'Siaran pers', now()
       from campaign where slug = $2 returning id`,
      [today, kampanye],
    );
    return sent({ kampanye, id });
  },

  startDraftAction: () => sent({ isi: "bian" }),
  startCopyAction: () => sent({ salin: kampanye, bagian: "interventions" }),
  startFromFileAction: () => {
    const made = form({});
    made.set("berkas", new File([JSON.stringify(campaign("dari-berkas", areas.home))], "x.json"));
    return [untouched, made];
  },
  saveDraftStepAction: async (person) =>
    sent({
      konsep: await haveDraft(person),
      langkah: "1",
      versi: "1",
      isian: JSON.stringify(newDraft(areas.home)),
    }),
  fillDraftAction: async (person) =>
    sent({ konsep: await haveDraft(person), langkah: "1", isi: "bian" }),
  discardDraftAction: async (person) => sent({ konsep: await haveDraft(person) }),
  createCampaignAction: async (person) => sent({ konsep: await haveDraft(person) }),
  changeCampaignAction: () => {
    const parts = { ...campaign(kampanye, areas.home), reportingUnits: undefined };
    const body = JSON.stringify({ ...parts, removedUnits: [] });
    return sent({ kampanye, body, confirmed: "1", reason: "Surat Dinas" });
  },
  archiveCampaignAction: () => [untouched, form({ kampanye, arsip: "1" })],
  deleteCampaignAction: async () => {
    const slug = `hapus-${randomUUID()}`;
    const made = campaign(slug, areas.home);
    await createCampaign(systemGrant("campaign:manage"), made);
    return sent({ kampanye: slug, nama: made.name });
  },
  areasOfDistrict: () => [areas.home],
  findCampaigns: () => ["kampanye"],
  suggestDistricts: () => [{ text: "Wilayah 62.03", levels: [] }],
  suggestHomeRegions: () => [{ text: "Wilayah 62.03.01.1002", levels: ["village"] }],

  createPersonAction: () =>
    sent({
      username: `b-${randomUUID().slice(0, 8)}`,
      displayName: `Orang baru ${randomUUID().slice(0, 8)}`,
      role: "villageHead",
      homeRegion: areas.homeSelatHulu,
    }),
  changePersonAction: async () =>
    sent({
      username: (await newPerson("villageHead", areas.homeSelatHulu)).username,
      displayName: `Nama baru ${randomUUID().slice(0, 8)}`,
      role: "villageHead",
      homeRegion: areas.homeSelatHulu,
    }),
  setActiveAction: async () =>
    sent({
      username: (await newPerson("villageHead", areas.homeSelatHulu)).username,
      isActive: "false",
    }),
  resetPasswordAction: async () =>
    sent({ username: (await newPerson("villageHead", areas.homeSelatHulu)).username }),
  previewHeadsAction: () =>
    sent({ districtCode: areas.home, role: "subdistrictHead", lines: "Selat; Budi Santoso" }),
  appointHeadsAction: async () => {
    await query("delete from app_user where username like 'camat.%'");
    return sent({ districtCode: areas.home, role: "subdistrictHead" });
  },

  storeOfficesAction: () =>
    sent({ districtCode: areas.home, name: `Dinas ${randomUUID().slice(0, 8)}`, kind: "opd" }),

  // Without a file, too.
  previewTallies: () => sent({ kampanye, figures: "daily", pasted: "" }),
  storeTallies: () =>
    sent({ kampanye, figures: "daily", pasted: "", checkedAt: new Date().toISOString() }),

  correctTargetAction: () =>
    sent({
      kampanye,
      unit: areas.homeSelatHilir,
      intervention: "MR",
      targetGroup: "bayi",
      source: "local",
      round: "1",
      seen: "",
      people: "40",
      asOf: today,
      reason: "Salah ketik",
    }),
  withdrawTargetAction: async () => {
    await haveOwnTarget();
    return sent({
      kampanye,
      unit: areas.home,
      intervention: "MR",
      targetGroup: "bayi",
      source: "local",
      round: "1",
      seen: "400",
      inForceFrom: today,
      reason: "Dicabut SK",
    });
  },
  confirmTargetDraftAction: async () => {
    await haveTargetDraft();
    return sent({
      kampanye,
      source: "local",
      asOf: today,
      inForceFrom: "",
      decree: "",
      reason: "Disalin dari Lama",
    });
  },
  dropTargetDraftAction: async () => {
    await haveTargetDraft();
    return sent({ kampanye, source: "local" });
  },
  decideSource: () => [form({ kampanye, source: "local", reason: "SK 12/2026" })],
  // Without a file: who may is told so.
  previewTargets: () => sent({ kampanye, source: "local", asOf: today, decree: "" }),
  storeTargets: async () => {
    // A set that came since the preview would be a conflict.
    await query("delete from target_population");
    await query("delete from target_set");
    return sent({
      kampanye,
      source: "pusdatin",
      asOf: today,
      decree: "",
      fileName: "a.csv",
      newestSeen: "",
      cells: JSON.stringify([[areas.homeSelatHilir, "MR", "bayi", 0, 12]]),
    });
  },
};

function sent(fields: Readonly<Record<string, string>>): readonly unknown[] {
  return [untouched, form(fields)];
}

async function homeCampaign({ actor }: Pick<Grant<Permission>, "actor">): Promise<Campaign> {
  const home = await findCampaign(actor, kampanye);
  if (!home) throw new Error("no campaign");
  return home;
}

/** A draft of a campaign of the home kabupaten that the person began. */
async function haveDraft(person: Person | null): Promise<string> {
  if (!person) return randomUUID();
  const content = draftOfInput(campaign(`c-${randomUUID()}`, areas.home));
  return insert(
    `insert into campaign_draft (district_code, person_id, content, step_versions)
     values ($1, $2, $3, '{0,0,0,0,0,0}') returning id`,
    [person.region, person.id, JSON.stringify(content)],
  );
}

async function insert(text: string, values: readonly unknown[]): Promise<string> {
  const [row] = await query<{ id: string }>(text, values);
  return row?.id ?? "";
}

function markOf(unit: string, day = today, status: ReportStatus = "submitted"): string {
  return markText({ unit, day, version: 1, status });
}

/** Selat Hilir's form of today with 7 doses, and what a test says otherwise. */
export function villageForm(over: Readonly<Record<string, string>>): readonly unknown[] {
  return sent({
    kampanye,
    id: randomUUID(),
    unit: areas.homeSelatHilir,
    day: today,
    baseVersion: "0",
    reason: "",
    "r:MR/bayi": "7",
    ...over,
  });
}

/** With what was sent: versions go on from it. */
export async function clearReports(): Promise<void> {
  await rewrite("delete from daily_report");
  await query("delete from submission");
}

/** A zero report of Selat Hilir that the person sent; null: someone at the health office did. */
export async function haveReport(person: Person | null, day = today): Promise<void> {
  const grant = systemGrant("tally:submit");
  const home = await homeCampaign(grant);
  const report = dailyReportSubmission.parse({
    id: randomUUID(),
    unit: areas.homeSelatHilir,
    day,
    zero: true,
  });
  const results = await submitDailyReports(grant, home, [report], {
    at: new Date(),
    via: "screen",
  });
  if (results[0]?.outcome !== "stored") throw new Error(JSON.stringify(results));
  const by = person?.id ?? (await newPerson("healthOffice", areas.home)).id;
  await query("update submission set submitted_by = $1 where id = $2", [by, report.id]);
  await rewrite("update daily_report set submitted_by = $1", [by]);
}

/** What the queue sends to verify Selat Hilir's ticked report of a day, in its first version. */
export function verifyForm(day: string, status: ReportStatus): readonly unknown[] {
  const laporan = markOf(areas.homeSelatHilir, day, status);
  return sent({ kampanye, lakukan: "verifikasi", laporan });
}

/** What the queue sends when its own sender verifies that report, beside it and with a reason. */
export function verifyOwnForm(day: string, status: ReportStatus): readonly unknown[] {
  const mark = markOf(areas.homeSelatHilir, day, status);
  const reason = { [`alasan-sendiri:${mark}`]: "Hanya satu petugas hari ini" };
  return sent({ kampanye, lakukan: `sendiri:${mark}`, ...reason });
}

/** What the queue sends when the same report is returned beside it. */
export function returnForm(day: string, status: ReportStatus): readonly unknown[] {
  const mark = markOf(areas.homeSelatHilir, day, status);
  const reason = { [`alasan:${mark}`]: "Mohon dihitung ulang" };
  return sent({ kampanye, lakukan: `kembalikan:${mark}`, ...reason });
}

async function haveTargetDraft(): Promise<void> {
  await query(
    `insert into target_draft (district_code, campaign_id, source, as_of, copied_from, cells)
     select district_code, id, 'local', $1::date, 'Lama', $2::jsonb
     from campaign where slug = $3
     on conflict do nothing`,
    [today, JSON.stringify([[areas.homeSelatHilir, "MR", "bayi", 0, 90]]), kampanye],
  );
}

/** A figure of the kabupaten itself, which stays as it is found. */
async function haveOwnTarget(): Promise<void> {
  await query(
    `with loaded as (
       insert into target_set (district_code, campaign_id, source, as_of, in_force_from)
       select district_code, id, 'local', $1::date, $1::date from campaign
       where slug = $2 and not exists (select from region_target where campaign_id = campaign.id)
       returning *)
     insert into region_target
     select loaded.district_code, campaign_id, loaded.id, loaded.district_code, 'MR', 'bayi', 0, 400
     from loaded`,
    [today, kampanye],
  );
}
