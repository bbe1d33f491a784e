import { beforeEach, describe, expect, test } from "vitest";

import { emptyDatabase, query } from "@/tests/support/database";

import { authorize } from "@/lib/account/auth/grant";
import type { Actor } from "@/lib/account/auth/policy";
import { createCampaign } from "@/lib/campaign/server/commands";
import { findCampaign, listReportingUnits } from "@/lib/campaign/server/queries";

import { bian, loadDistricts, person } from "./district";

let dinkes: Actor;

beforeEach(async () => {
  await emptyDatabase();
  await loadDistricts();
  dinkes = await person("healthOffice", "62.03");
});

const manage = (actor: Actor) => authorize(actor, "campaign:manage", actor.homeRegion);

describe("making a campaign", () => {
  test("keeps what was agreed, and every village of the kabupaten reports", async () => {
    await createCampaign(manage(dinkes), bian());

    const campaign = await findCampaign(dinkes, "bian-kapuas-2022");
    expect(campaign).toMatchObject({
      name: "BIAN Kabupaten Kapuas",
      reportCutOff: "16:00",
      isSample: true,
      rounds: [{ number: 1, plannedStartsOn: "2022-05-18", startsOn: "2022-05-18" }],
      interventions: [
        {
          code: "MR",
          goals: [{ fromDay: "2022-05-18", share: 9_500, scope: "whole", reason: null }],
          targetGroups: ["9-59-bulan", "12-59-bulan"],
        },
        { code: "IPV", goals: [{ share: 8_000 }], targetGroups: ["12-59-bulan"] },
      ],
    });
    const units = campaign && (await listReportingUnits(manage(dinkes), campaign));
    expect(units?.map((unit) => [unit.code, unit.kind, unit.subdistrictCode])).toEqual([
      ["62.03.01.1006", "village", "62.03.01"],
      ["62.03.01.1007", "village", "62.03.01"],
      ["62.03.09.2001", "village", "62.03.09"],
    ]);
  });

  test("says whom it counts, what is done and what is given", async () => {
    await createCampaign(
      manage(dinkes),
      bian({
        noun: "person",
        act: "served",
        gives: "paket gizi",
        interventions: [
          { code: "AIR", name: "Air minum", coverageGoal: "0.8", act: "dibantu" },
          { code: "IPV", name: "Polio suntik", coverageGoal: "0.8", targetGroups: ["krs"] },
        ],
        targetGroups: [
          { code: "krs", name: "KRS", noun: "family" },
          { code: "anak", name: "9 bulan–12 tahun", minMonths: 9, maxMonthsExclusive: 156 },
        ],
      }),
    );

    expect(await findCampaign(dinkes, "bian-kapuas-2022")).toMatchObject({
      noun: "person",
      interventions: [
        {
          act: "dibantu",
          gives: null,
          wording: { nouns: ["family", "person"], acts: ["dibantu"], gives: ["paket gizi"] },
        },
        { act: null, wording: { nouns: ["family"] } },
      ],
      targetGroups: [
        { code: "krs", noun: "family", minMonths: null, maxMonthsExclusive: null },
        { code: "anak", noun: null, minMonths: 9, maxMonthsExclusive: 156 },
      ],
    });
  });

  test("can be reported by offices and puskesmas instead of villages", async () => {
    await createCampaign(
      manage(dinkes),
      bian({
        reportingUnits: [
          { code: "DIKNAS", name: "Dinas Pendidikan", kind: "office", regionCode: "62.03" },
          { code: "P-SELAT", name: "Puskesmas Selat", kind: "puskesmas", regionCode: "62.03.01" },
        ],
      }),
    );

    expect(
      await query("select code, subdistrict_code as place from reporting_unit order by 1"),
    ).toEqual([
      { code: "DIKNAS", place: "62.03" },
      { code: "P-SELAT", place: "62.03.01" },
    ]);
  });

  test("has no half of a letter where a name is cut short for a column", async () => {
    const name = "Imunisasi tambahan anak👶 di rumah";
    await createCampaign(
      manage(dinkes),
      bian({ interventions: [{ code: "MR", name, coverageGoal: "0.95" }] }),
    );
    expect(await query("select name, short_name from intervention")).toEqual([
      { name, short_name: "Imunisasi tambahan anak" },
    ]);
  });

  test("leaves an entry in the audit trail", async () => {
    await createCampaign(manage(dinkes), bian());
    expect(await query("select action, subject, district_code from audit_entry")).toEqual([
      { action: "campaign.created", subject: "bian-kapuas-2022", district_code: "62.03" },
    ]);
  });
});

describe("a campaign that is rejected leaves nothing behind", () => {
  test("when the address is taken", async () => {
    await createCampaign(manage(dinkes), bian());
    await expect(createCampaign(manage(dinkes), bian({ name: "Lain" }))).rejects.toMatchObject({
      code: "duplicate",
      field: "slug",
    });
    expect(await query("select name from campaign")).toEqual([{ name: "BIAN Kabupaten Kapuas" }]);
  });

  test.each(["62.10", "11.01"])("when the kabupaten is not theirs: %s", async (districtCode) => {
    await expect(createCampaign(manage(dinkes), bian({ districtCode }))).rejects.toMatchObject({
      code: "notFound",
      field: "districtCode",
    });
  });

  test("when an administrator names a kabupaten that does not exist", async () => {
    const admin = await person("administrator", "00");
    await expect(
      createCampaign(manage(admin), bian({ districtCode: "62.99" })),
    ).rejects.toMatchObject({ code: "notFound", field: "districtCode" });
  });

  test.each([
    ["in another kabupaten", "62.10.01"],
    ["that does not exist", "62.03.99"],
  ])("when a unit lies in an area %s", async (_, regionCode) => {
    const reportingUnits = [
      { code: "A", name: "Puskesmas A", kind: "puskesmas", regionCode: "62.03.01" },
      { code: "B", name: "Puskesmas B", kind: "puskesmas", regionCode },
    ];
    await expect(createCampaign(manage(dinkes), bian({ reportingUnits }))).rejects.toMatchObject({
      code: "unknownRegion",
      field: "reportingUnits.1.regionCode",
    });
    expect(await query("select code from reporting_unit")).toEqual([]);
  });
});
