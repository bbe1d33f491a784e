import { randomUUID } from "node:crypto";

import { beforeEach, expect, it } from "vitest";

import type { Campaign } from "@/lib/campaign/campaign";
import { findCampaign } from "@/lib/campaign/server/queries";
import { rapidAssessmentInput } from "@/lib/safety/schema";
import { storeRapidAssessment } from "@/lib/safety/server/rapid-assessment-commands";
import { emptyDatabase, query } from "@/tests/support/database";
import { areas, setScene, slugs, systemGrant, today } from "@/tests/support/scene";

let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  await setScene();
  const found = await findCampaign(systemGrant("coverage:read").actor, slugs.home);
  if (!found) throw new Error("the scene has no campaign");
  campaign = found;
});

async function assess(id: string, version: number, missed: number): Promise<void> {
  const input = rapidAssessmentInput.parse({
    sent: randomUUID(),
    version,
    unit: areas.homeSelatHilir,
    day: today,
    intervention: "MR",
    location: "RT 4",
    assessor: "Tim supervisi",
    houses: Array.from({ length: 20 }, (_, at) => ({
      number: at + 1,
      people: 1,
      reached: at < missed ? 0 : 1,
    })),
  });
  await storeRapidAssessment(systemGrant("safety:report"), campaign, id, input);
}

function differences(): Promise<{ what: string; kept: string | null; computed: string | null }[]> {
  return query("select what, kept, computed from record_differences($1, $2)", [
    campaign.districtCode,
    campaign.id,
  ]);
}

it("records are their newest version, and sums beside them those of the records", async () => {
  const id = randomUUID();
  await assess(id, 0, 3);
  await assess(id, 1, 1);
  await assess(randomUUID(), 0, 1);
  expect(await differences()).toEqual([]);

  await query("update rapid_assessment set version = 1 where id = $1", [id]);
  expect(await differences()).toEqual([
    { what: `version of assessment ${id}`, kept: "1", computed: "2" },
  ]);
  await query("update rapid_assessment set version = 2, missed = 2 where id = $1", [id]);
  expect((await differences()).map(({ what }) => what)).toEqual([
    `assessments of ${areas.homeSelatHilir}`,
    `assessments of ${areas.homeSelatHilir}`,
  ]);
  await query("update rapid_assessment set missed = 1 where id = $1", [id]);
  await query("delete from record_version where record_id = $1 and version = 1", [id]);
  expect(await differences()).toEqual([
    { what: `versions of assessment ${id}`, kept: "1", computed: "2" },
  ]);
});

it("a follow-up has as many answers and reviews as its version says", async () => {
  const { districtCode, id } = campaign;
  const asked = randomUUID();
  const followUp = randomUUID();
  await query(
    `insert into directive (district_code, id, campaign_id, kind, title, day, issuer, issued_at)
     values ($1, $2, $3, 'letter', 'Surat', $4, 'Bupati', now())`,
    [districtCode, asked, id, today],
  );
  await query(
    `insert into directive_addressee (district_code, directive_id, position, kind, name)
     values ($1, $2, 1, 'class', 'Tokoh')`,
    [districtCode, asked],
  );
  await query(
    `insert into directive_order (district_code, directive_id, position, label, title, text, due_on)
     values ($1, $2, 1, 'KESATU', 'Uji', 'Uji', $3)`,
    [districtCode, asked, today],
  );
  await query(
    `insert into follow_up (district_code, id, directive_id, order_position, addressee_position,
                            region_code, office_code, due_on)
     values ($1, $2, $3, 1, 1, '', '', $4)`,
    [districtCode, followUp, asked, today],
  );
  expect(await differences()).toEqual([]);
  await query("update follow_up set version = 2, state = 'done' where id = $1", [followUp]);
  expect(await differences()).toEqual([
    { what: `answers of follow-up ${followUp}`, kept: "0", computed: "1" },
  ]);
});
