import { randomUUID } from "node:crypto";

import { beforeEach, describe, expect, it } from "vitest";

import { emptyDatabase, query } from "@/tests/support/database";

import { authorize } from "@/lib/account/auth/grant";
import { ownPlace, type Actor, type Role } from "@/lib/account/auth/policy";
import { storeOffices } from "@/lib/account/office/server/commands";
import { officesInput } from "@/lib/account/office/schema";
import { regionCode } from "@/lib/base/region/code";
import type { Campaign } from "@/lib/campaign/campaign";
import { createCampaign } from "@/lib/campaign/server/commands";
import { deleteCampaign } from "@/lib/campaign/server/delete-commands";
import { findCampaign } from "@/lib/campaign/server/queries";
import { followUpsIn, noProgress, progressOf } from "@/lib/directive/progress";
import { addresseesInput, directiveInput, orderInput } from "@/lib/directive/schema";
import { answerFollowUp, reviewFollowUp } from "@/lib/directive/server/answer-commands";
import {
  beginDirective,
  changeDirective,
  removeOrder,
  storeOrder,
} from "@/lib/directive/server/draft-commands";
import { issueDirective, removeDirective, setReviewDay } from "@/lib/directive/server/commands";
import { countLate, listDirectives, readDirective } from "@/lib/directive/server/directive-queries";
import {
  countOwnWaiting,
  listFollowUps,
  ownFollowUps,
  readFollowUp,
} from "@/lib/directive/server/follow-up-queries";

import { bian, loadDistricts, person } from "../campaign/district";

const district = regionCode.parse("62.03");
const today = "2022-05-20";
const zone = "Asia/Jakarta";

/** Instruksi Bupati Kapuas 443.51/686/DINKES Tahun 2022: whom it is addressed to, in its order. */
const offices = ["dinkes", "disdik", "dinsos", "p3akb", "dpmd", "kominfo", "pkk"];
const instruction = directiveInput.parse({
  kind: "instruction",
  number: "443.51/686/DINKES Tahun 2022",
  title: "Penyelenggaraan BIAN di wilayah Kabupaten Kapuas",
  day: "2022-04-20",
  issuer: "Bupati Kapuas",
});
const addressees = addresseesInput.parse([
  ...offices.map((office) => ({ kind: "office", office })),
  { kind: "subdistricts" },
  { kind: "villages" },
  ...["Ketua Organisasi Masyarakat", "Tokoh Masyarakat", "Tokoh Agama"].map((name) => ({
    kind: "class",
    name,
    office: name === "Tokoh Masyarakat" ? "dpmd" : null,
  })),
]);
const twelve = Array.from({ length: 12 }, (_, index) => index + 1);
const order = (change: object = {}) =>
  orderInput.parse({
    label: "KESATU",
    title: "Kawal sampai desa",
    text: "Mendukung dan mengawal penyelenggaraan BIAN hingga tingkat kelurahan/desa.",
    dueOn: "2022-06-17",
    measure: "",
    askedOf: twelve,
    ...change,
  });

let dinkes: Actor;
let bupati: Actor;
let campaign: Campaign;
const manage = (actor: Actor = dinkes) => authorize(actor, "directive:manage", actor.homeRegion);
const answer = (actor: Actor) => authorize(actor, "action:answer", ownPlace(actor));

beforeEach(async () => {
  await emptyDatabase();
  await loadDistricts();
  dinkes = await person("healthOffice", "62.03");
  bupati = await person("regentOffice", "62.03");
  const people = authorize(dinkes, "people:manage", dinkes.homeRegion);
  await storeOffices(
    people,
    officesInput.parse({
      districtCode: district,
      offices: offices.map((code) => ({
        code,
        name: `Dinas ${code}`,
        kind: "opd",
      })),
    }),
  );
  await createCampaign(authorize(dinkes, "campaign:manage", dinkes.homeRegion), bian());
  campaign = (await findCampaign(dinkes, "bian-kapuas-2022")) as Campaign;
});

async function begun(change: object = {}) {
  const key = { district, id: randomUUID() };
  const sent = { directive: instruction, addressees, campaign: campaign.id, ...change };
  await beginDirective(manage(), key, sent);
  return key;
}

/** The instruction with its four orders, issued. */
async function issued() {
  const key = await begun();
  const dues = ["2022-06-17", "2022-05-25", "2022-05-15", "2022-05-30"];
  for (const [index, dueOn] of dues.entries()) {
    const label = ["KESATU", "KEDUA", "KETIGA", "KEEMPAT"][index];
    await storeOrder(manage(), key, index + 1, {
      position: null,
      order: order({ label, dueOn }),
    });
  }
  await issueDirective(manage(), key, 5, null);
  return key;
}

async function headOf(office: string): Promise<Actor> {
  const [row] = await query<{ id: string }>(
    `insert into app_user (username, display_name, role, home_region_code, office_code, password_hash)
     values ($1, $1, 'unitHead', '62.03', $2, 'x') returning id`,
    [`kepala.${office}`, office],
  );
  const actor = { ...bupati, id: row?.id ?? "", username: office, role: "unitHead" as Role };
  return { ...actor, displayName: `kepala.${office}`, office: { code: office, name: office } };
}

describe("an instruction", () => {
  it("asks each order of each addressee: classes with a register become their members", async () => {
    const key = await issued();
    const found = await readDirective(manage(), campaign, key.id, today);
    expect(found?.addressees.map(({ name, kind }) => name || kind)).toEqual([
      ...offices.map((code) => `Dinas ${code}`),
      "subdistricts",
      "villages",
      "Ketua Organisasi Masyarakat",
      "Tokoh Masyarakat",
      "Tokoh Agama",
    ]);
    // 7 offices, 2 camat, 3 lurah/kades and 3 classes: 15 addressees of each of 4 orders.
    const all = progressOf(found?.cells ?? []);
    expect(followUpsIn(all)).toBe(60);
    // Only KETIGA is over on 20 May.
    expect(all).toEqual({ ...noProgress, open: 45, late: 15 });
    expect(await listDirectives(manage(bupati), campaign, today)).toMatchObject([
      { orders: 4, addressees: 12, isIssued: true },
    ]);
    expect(await countLate(manage(), campaign, today)).toBe(15);
  });

  it("is late on the day after its due day, not on it", async () => {
    await issued();
    expect(await countLate(manage(), campaign, "2022-05-15")).toBe(0);
    expect(await countLate(manage(), campaign, "2022-05-16")).toBe(15);
    expect(await countLate(manage(), campaign, "2022-06-18")).toBe(60);
  });

  it("is changed while it is a draft, and no more once it is issued", async () => {
    const key = await begun();
    const sent = { directive: instruction, addressees, campaign: campaign.id };
    await expect(issueDirective(manage(), key, 1, null)).rejects.toMatchObject({
      code: "nothingAsked",
    });
    await storeOrder(manage(), key, 1, { position: null, order: order({ askedOf: [1, 9, 11] }) });
    // Whoever stays is asked still, under their new number; whoever goes is not.
    const fewer = addressees.filter((each) => "office" in each && each.office !== "dinsos");
    await changeDirective(manage(), key, 2, { ...sent, addressees: [...fewer].reverse() });
    const changed = await readDirective(manage(), campaign, key.id, today);
    const asked = changed?.orders[0]?.askedOf.map(
      (position) => changed.addressees.find((each) => each.position === position)?.name,
    );
    expect(asked).toEqual(["Dinas dinkes", "Tokoh Masyarakat"]);

    await expect(changeDirective(manage(), key, 2, sent)).rejects.toMatchObject({
      code: "directiveChanged",
    });
    await storeOrder(manage(), key, 3, { position: null, order: order({ askedOf: [1] }) });
    await removeOrder(manage(), key, 4, 1);
    expect(await issueDirective(manage(), key, 5, null)).toBe(1);
    for (const work of [
      async () => changeDirective(manage(), key, 6, sent),
      async () => storeOrder(manage(), key, 6, { position: 2, order: order() }),
      async () => removeOrder(manage(), key, 6, 2),
      async () => issueDirective(manage(), key, 6, null),
    ]) {
      await expect(work()).rejects.toMatchObject({ code: "directiveIssued" });
    }
    await setReviewDay(manage(), key, "2022-05-24");
    expect(await readDirective(manage(), campaign, key.id, today)).toMatchObject({
      directive: { reviewOn: "2022-05-24" },
    });
  });

  it("is begun once however often it is sent, and asks nobody that it does not know", async () => {
    const key = await begun();
    await beginDirective(manage(), key, { directive: instruction, addressees, campaign: null });
    expect(await listDirectives(manage(), campaign, today)).toHaveLength(1);
    const strange = storeOrder(manage(), key, 1, {
      position: null,
      order: order({ askedOf: [1, 13] }),
    });
    await expect(strange).rejects.toMatchObject({ code: "invalid", field: "askedOf" });
    const unknown = addresseesInput.parse([{ kind: "office", office: "tidak-ada" }]);
    await expect(begun({ addressees: unknown })).rejects.toMatchObject({ code: "unknownOffice" });
  });

  it("is another kabupaten's business nowhere", async () => {
    const key = await issued();
    const stranger = await person("healthOffice", "62.10");
    expect(await listDirectives(manage(stranger), campaign, today)).toEqual([]);
    expect(await readDirective(manage(stranger), campaign, key.id, today)).toBeNull();
    await expect(removeDirective(manage(stranger), key)).rejects.toMatchObject({
      code: "notFound",
    });
  });

  it("stays when the campaign that it was about is deleted", async () => {
    const key = await issued();
    await deleteCampaign(authorize(dinkes, "campaign:manage", dinkes.homeRegion), campaign);
    expect(await query("select id, campaign_id from directive")).toEqual([
      { id: key.id, campaign_id: null },
    ]);
  });

  it("outlives no answer: what somebody answered is not deleted", async () => {
    const key = await issued();
    const [first] = await listFollowUps(manage(), key, {}, { today, page: 1, perPage: 1 });
    if (!first) throw new Error("nothing was asked");
    const said = { sent: randomUUID(), version: 1, state: "doing" as const, text: "Mulai." };
    await answerFollowUp(
      authorize(dinkes, "action:answer", ownPlace(dinkes)),
      { district, id: first.id },
      { ...said, evidence: "" },
      null,
    );
    await expect(removeDirective(manage(), key)).rejects.toMatchObject({ code: "inUse" });
  });
});

describe("a follow-up", () => {
  it("is shown to whom it is asked of, and answered by them alone", async () => {
    const key = await issued();
    const camat = await person("subdistrictHead", "62.03.01");
    const beside = await person("subdistrictHead", "62.03.09");
    const kades = await person("villageHead", "62.03.09.2001");
    const dpmd = await headOf("dpmd");
    const own = await ownFollowUps(answer(camat), { today, zone });
    // The late one first; then by the day on which it is due.
    expect(own.map(({ ordered, part }) => [ordered.label, part])).toEqual([
      ["KETIGA", "late"],
      ["KEDUA", "open"],
      ["KEEMPAT", "open"],
      ["KESATU", "open"],
    ]);
    expect(own[0]).toMatchObject({ slug: "bian-kapuas-2022", region: { name: "Selat" } });
    expect(await ownFollowUps(answer(kades), { today, zone })).toHaveLength(4);
    // The head of an office answers for it, and for the class that is reached through it.
    expect(await ownFollowUps(answer(dpmd), { today, zone })).toHaveLength(8);
    expect(await countOwnWaiting(answer(camat), today)).toEqual({ late: 1, waiting: 4 });

    const asked = { district, id: own[0]?.id ?? "" };
    const said = { version: 1, state: "done" as const, text: "Semua desa sudah.", evidence: "" };
    for (const other of [beside, kades, dpmd]) {
      expect(await readFollowUp(answer(other), asked, today)).toBeNull();
      // Whatever version they name, they do not learn that it is there.
      for (const version of [1, 7]) {
        const sent = { ...said, version, sent: randomUUID() };
        const answered = answerFollowUp(answer(other), asked, sent, null);
        await expect(answered).rejects.toMatchObject({ code: "notFound" });
      }
    }
    await answerFollowUp(answer(camat), asked, { ...said, sent: randomUUID() }, null);
    expect(await readFollowUp(manage(), asked, today)).toMatchObject({
      followUp: { state: "done", part: "done", version: 2 },
      events: [{ kind: "done", text: "Semua desa sudah.", actorName: camat.displayName }],
    });
    expect(
      await listFollowUps(manage(), key, { part: "done" }, { today, page: 1, perPage: 9 }),
    ).toMatchObject([{ answer: "Semua desa sudah.", answeredBy: camat.displayName }]);
  });

  it("keeps what the figures said when it was answered, and what was said of the answer", async () => {
    await issued();
    const camat = await person("subdistrictHead", "62.03.09");
    const [own] = await ownFollowUps(answer(camat), { today, zone });
    const key = { district, id: own?.id ?? "" };
    const measured = { done: 11, of: 18, goal: null };
    const said = {
      sent: randomUUID(),
      version: 1,
      state: "done" as const,
      text: "Selesai.",
      evidence: "",
    };
    await answerFollowUp(answer(camat), key, said, measured);
    const back = {
      sent: randomUUID(),
      version: 2,
      review: "returned" as const,
      text: "7 desa belum.",
    };
    await reviewFollowUp(manage(bupati), key, back);
    expect(await readFollowUp(manage(), key, today)).toMatchObject({
      // What is sent back is waited for anew.
      followUp: { state: "doing", review: "returned", part: "late" },
      events: [{ kind: "returned" }, { kind: "done", measured: 11, measuredOf: 18 }],
    });
    const again = { ...said, sent: randomUUID(), version: 3, state: "cannot" as const };
    await answerFollowUp(answer(camat), key, again, null);
    const good = { sent: randomUUID(), version: 4, review: "accepted" as const, text: "" };
    await reviewFollowUp(manage(), key, good);
    expect(await readFollowUp(manage(), key, today)).toMatchObject({
      followUp: { state: "cannot", review: "accepted", part: "cannot" },
    });
  });

  it("is answered once however often it is sent, and not over what somebody else said", async () => {
    await issued();
    const camat = await person("subdistrictHead", "62.03.01");
    const [own] = await ownFollowUps(answer(camat), { today, zone });
    const key = { district, id: own?.id ?? "" };
    const said = {
      sent: randomUUID(),
      version: 1,
      state: "doing" as const,
      text: "Mulai.",
      evidence: "",
    };
    const sent = await Promise.all(
      Array.from({ length: 5 }, async () => answerFollowUp(answer(camat), key, said, null)),
    );
    expect(sent.filter(({ replayed }) => !replayed)).toHaveLength(1);
    const other = answerFollowUp(answer(camat), key, { ...said, text: "Lain." }, null);
    await expect(other).rejects.toMatchObject({ code: "conflict" });
    const late = answerFollowUp(answer(camat), key, { ...said, sent: randomUUID() }, null);
    await expect(late).rejects.toMatchObject({ code: "followUpChanged" });
    expect((await readFollowUp(manage(), key, today))?.events).toHaveLength(1);
  });

  it("is reviewed once it was answered", async () => {
    await issued();
    const camat = await person("subdistrictHead", "62.03.01");
    const [own] = await ownFollowUps(answer(camat), { today, zone });
    const review = { sent: randomUUID(), version: 1, review: "accepted" as const, text: "" };
    const early = reviewFollowUp(manage(), { district, id: own?.id ?? "" }, review);
    await expect(early).rejects.toMatchObject({ code: "notFound" });
  });

  it("leaves what was said to nobody to change", async () => {
    await expect(
      query("set role cakupan_app; update follow_up_event set text = ''"),
    ).rejects.toThrow(/permission denied/);
  });
});
