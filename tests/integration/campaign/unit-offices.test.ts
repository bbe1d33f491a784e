import { emptyDatabase, query } from "@/tests/support/database";

import { beforeEach, expect, it } from "vitest";

import type { Actor } from "@/lib/account/auth/policy";
import { changeTo, definitionOf } from "@/lib/campaign/definition";
import { changeCampaign } from "@/lib/campaign/server/change-commands";
import { createCampaign } from "@/lib/campaign/server/commands";
import { findCampaign, listReportingUnits } from "@/lib/campaign/server/queries";
import { campaignInput } from "@/lib/campaign/schema";

import { grantOf, makeCampaign, mrBody, november } from "../monitor/selat-basarang";

const unit = (code: string, office?: string | null) => ({
  code,
  name: `Unit ${code}`,
  kind: "office",
  regionCode: "62.03",
  office,
});
const body = { ...mrBody, slug: "vaksin" };

let dinkes: Actor;

beforeEach(async () => {
  await emptyDatabase();
  ({ dinkes } = await makeCampaign());
  for (const [code, closed] of [
    ["dinkes", null],
    ["disdik", null],
    ["dishub", "2026-01-01"],
  ]) {
    await query(
      `insert into office (district_code, code, name, kind, region_code, closed_at)
       values ('62.03', $1, $1, 'opd', '62.03', $2)`,
      [code, closed],
    );
  }
});

function create(reportingUnits: readonly object[]) {
  const input = campaignInput.parse({ ...body, reportingUnits });
  return createCampaign(grantOf(dinkes, "campaign:manage"), input);
}

async function read() {
  const campaign = await findCampaign(dinkes, body.slug);
  if (!campaign) throw new Error("the campaign is not there");
  const units = await listReportingUnits(grantOf(dinkes, "coverage:read"), campaign);
  return { campaign, units, offices: units.map(({ code, office }) => [code, office]) };
}

/** As `PUT` of the definition does. */
async function put(reportingUnits: readonly object[]) {
  const { campaign, units } = await read();
  const wanted = campaignInput.parse({ ...body, reportingUnits });
  await changeCampaign(
    grantOf(dinkes, "campaign:manage"),
    campaign,
    changeTo(definitionOf(campaign, units, []), wanted),
    { today: november(1) },
  );
}

it("units name their office, none, or are held by the one of their own code", async () => {
  await create([unit("a", "dinkes"), unit("dinkes", null), unit("disdik"), unit("z")]);
  const { campaign, units, offices } = await read();
  expect(offices).toEqual([
    ["a", "dinkes"],
    ["dinkes", undefined],
    ["disdik", "disdik"],
    ["z", undefined],
  ]);
  expect(definitionOf(campaign, units, []).reportingUnits.map(({ office }) => office)).toEqual(
    offices.map(([, office]) => office),
  );
});

it("a unit that stood before is given one, keeps it unsaid, and loses it by null", async () => {
  await create([unit("a"), unit("b", "dinkes")]);
  await put([unit("a", "disdik"), unit("b")]);
  expect((await read()).offices).toEqual([
    ["a", "disdik"],
    ["b", "dinkes"],
  ]);
  await put([{ ...unit("a"), name: "Lain" }, unit("b", null)]);
  expect((await read()).offices).toEqual([
    ["a", "disdik"],
    ["b", undefined],
  ]);
});

it.each(["tidak-ada", "dishub"])(
  "an office that is unknown or closed, %s, is refused where it stands",
  async (office) => {
    await expect(create([unit("a"), unit("b", office)])).rejects.toMatchObject({
      code: "unknownOffice",
      field: "reportingUnits.1.office",
    });
    await create([unit("a"), unit("b")]);
    await expect(put([unit("a"), unit("b", office)])).rejects.toMatchObject({
      code: "unknownOffice",
      field: "changedUnits.0.office",
    });
  },
);
