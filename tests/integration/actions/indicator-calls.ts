import { randomUUID } from "node:crypto";

import { storeIndicator } from "@/lib/indicator/server/commands";
import { storeIndicatorValue } from "@/lib/indicator/server/value-commands";
import { indicatorInput, indicatorValueInput } from "@/lib/indicator/schema";
import { regionCode } from "@/lib/base/region/code";
import { query } from "@/tests/support/database";
import { systemGrant, today } from "@/tests/support/scene";

/** A body of an indicator; its code is nobody else's. */
export function stunting() {
  return {
    code: `S-${randomUUID().slice(0, 8)}`,
    name: "Stunting balita",
    measure: "percent",
    direction: "down",
    period: "year",
  };
}

/** A body of a value: 18 of 120. */
export function eighteen(indicator: string, unit: string) {
  return { indicator, unit, period: today.slice(0, 4), numerator: 18, denominator: 120 };
}

/** An indicator that stands in a campaign. */
export async function indicatorIn(slug: string): Promise<string> {
  const id = randomUUID();
  await storeIndicator(
    systemGrant("indicator:manage"),
    await campaignOf(slug),
    id,
    indicatorInput.parse({ sent: randomUUID(), version: 0, ...stunting() }),
  );
  return id;
}

/** A value that stands of a unit. */
export async function valueIn(slug: string, unit: string): Promise<string> {
  const id = randomUUID();
  const body = { sent: randomUUID(), version: 0, ...eighteen(await indicatorIn(slug), unit) };
  const input = indicatorValueInput.parse(body);
  const grant = systemGrant("indicator:submit");
  await storeIndicatorValue(grant, await campaignOf(slug), id, input, today);
  return id;
}

async function campaignOf(slug: string) {
  const [found] = await query<{ id: string; districtCode: string }>(
    `select id, district_code as "districtCode" from campaign where slug = $1`,
    [slug],
  );
  if (!found) throw new Error(`campaign ${slug}`);
  return { id: found.id, districtCode: regionCode.parse(found.districtCode) };
}
