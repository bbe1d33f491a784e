import { randomUUID } from "node:crypto";

import { storeIndicator } from "@/lib/indicator/server/commands";
import { storeIndicatorValue } from "@/lib/indicator/server/value-commands";
import { indicatorInput, indicatorValueInput } from "@/lib/indicator/schema";
import { untouched } from "@/lib/base/forms/form-state";
import { regionCode } from "@/lib/base/region/code";
import { cellFields } from "@/lib/indicator/typed-cells";
import { query } from "@/tests/support/database";
import { areas, slugs, systemGrant, today } from "@/tests/support/scene";

import { form } from "./call";

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

const kampanye = slugs.home;

/** One call of each action on indicators; a value is that of the village of the lurah. */
export const indicatorCalls: Readonly<Record<string, () => Promise<readonly unknown[]>>> = {
  addTemplateAction: async () => {
    await query("delete from indicator");
    return sent({ kampanye, baseline: "2023-S2" });
  },
  saveIndicatorAction: async () =>
    Promise.resolve(
      sent({ kampanye, id: randomUUID(), sent: randomUUID(), version: "0", ...stunting() }),
    ),
  removeIndicatorAction: async () => sent({ kampanye, id: await indicatorIn(kampanye) }),
  saveValuesAction: async () => {
    const code = await codeOf(await indicatorIn(kampanye));
    const { first, second, version } = cellFields({ code }, areas.homeSelatHilir);
    const typed = { [first]: "18", [second]: "120", [version]: "0" };
    const periode = today.slice(0, 4);
    return sent({ kampanye, periode, sent: randomUUID(), ...typed });
  },
  readValuesAction: async () =>
    Promise.resolve(sent({ kampanye, periode: today.slice(0, 4), tabel: "Indikator\tDesa" })),
};

async function codeOf(id: string): Promise<string> {
  const [row] = await query<{ code: string }>("select code from indicator where id = $1", [id]);
  return row?.code ?? "";
}

function sent(fields: Readonly<Record<string, string>>): readonly unknown[] {
  return [untouched, form(fields)];
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
