import { emptyDatabase, query } from "@/tests/support/database";
import { withinRequest } from "@/tests/support/next-request";

import { beforeEach, describe, expect, it } from "vitest";

import { authorize } from "@/lib/account/auth/grant";
import type { Actor } from "@/lib/account/auth/policy";
import { newPerson } from "@/lib/account/people/schema";
import { createPerson } from "@/lib/account/people/server/commands";
import { appointHeads } from "@/lib/account/people/server/head-commands";
import { regionCode } from "@/lib/base/region/code";
import { campaignInput } from "@/lib/campaign/schema";
import { createCampaign } from "@/lib/campaign/server/commands";
import { findCampaign } from "@/lib/campaign/server/queries";
import { targetPopulationInput } from "@/lib/campaign/target-population/schema";
import { importTargetPopulations } from "@/lib/campaign/target-population/server/commands";
import { isGoing, readFirstFacts } from "@/lib/monitor/first-steps/server/queries";
import { firstSteps } from "@/lib/monitor/first-steps/steps";

import { loadDistricts, person } from "../campaign/district";
import { mrBody, report, village } from "./selat-basarang";

const at = new Date("2026-11-10T03:00:00Z");
const kapuas = regionCode.parse("62.03");
const units = ["62.03.01.1006", "62.03.01.1007"];

let admin: Actor;

/** Areas and one administrator of the whole installation: what `npm run admin` leaves. */
beforeEach(async () => {
  await emptyDatabase();
  await loadDistricts();
  admin = await person("administrator", "00", "admin");
});

const manage = (actor: Actor) => authorize(actor, "people:manage", actor.homeRegion);

async function statesFor(actor: Actor, asked?: string) {
  const read = () => readFirstFacts(manage(actor), asked, at);
  const steps = firstSteps(await withinRequest(new Headers(), read));
  return steps.map(({ state }) => state).join(" ");
}

function officer() {
  return createPerson(
    manage(admin),
    newPerson.parse({
      username: "dinkes.kapuas",
      displayName: "Dinas Kesehatan",
      role: "healthOffice",
      homeRegion: "62.03",
    }),
  );
}

describe("the first steps, by what the data say", () => {
  it("lead from nothing but an administrator to the first report", async () => {
    expect(await isGoing(admin)).toBe(false);
    expect(await statesFor(admin)).toBe("next waits waits waits waits");
    // Looked up: seen, and not done yet.
    expect(await statesFor(admin, "62.03")).toBe("next waits waits waits waits");

    await officer();
    expect(await statesFor(admin)).toBe("done next open waits waits");

    await appointHeads(manage(admin), kapuas, "subdistrictHead");
    expect(await statesFor(admin)).toBe("done done next waits waits");

    await createCampaign(
      authorize(admin, "campaign:manage", admin.homeRegion),
      campaignInput.parse({ ...mrBody, reportingUnits: units.map(village) }),
    );
    const campaign = await findCampaign(admin, mrBody.slug);
    if (!campaign) throw new Error("the campaign is not there");
    const facts = () => readFirstFacts(manage(admin), undefined, at);
    expect((await withinRequest(new Headers(), facts)).campaign).toEqual({
      slug: mrBody.slug,
      name: mrBody.name,
      startsOn: "2026-11-01",
      hasBegun: true,
      units: 2,
      untargeted: 2,
      hasGoal: true,
    });
    expect(await statesFor(admin)).toBe("done done done next open");

    await importTargetPopulations(
      authorize(admin, "target:import", admin.homeRegion),
      campaign,
      targetPopulationInput.parse({
        source: "local",
        asOf: "2026-11-01",
        rows: units.map((unit) => ({ unit, intervention: "MR", targetGroup: "anak", people: 100 })),
      }),
      { isDryRun: false, at },
    );
    expect(await statesFor(admin)).toBe("done done done done next");

    await report(campaign, units, [1, 1]);
    expect(await statesFor(admin)).toBe("done done done done done");
    expect(await isGoing(admin)).toBe(true);
  });

  it("are each kabupaten's own, and nobody sees into another's", async () => {
    await officer();
    const own = await person("healthOffice", "62.10");
    // An area outside is not asked for, whatever the address says.
    const facts = await readFirstFacts(manage(own), "62.03", at);
    expect(facts.district).toMatchObject({ code: "62.10", isOnlyAsked: false });
    expect(facts.officers).toBe(1);
    expect(await isGoing(own)).toBe(false);
    expect((await readFirstFacts(manage(admin), "99.99", at)).district?.code).toBe("62.03");
  });

  it("are over for whoever sets nothing up, without asking", async () => {
    expect(await isGoing(await person("subdistrictHead", "62.03.01"))).toBe(true);
    await query("update app_user set is_active = false where role = 'healthOffice'");
    expect(await statesFor(admin)).toBe("next waits waits waits waits");
  });
});
