import type { CorrectTarget } from "@/components/campaign/target-population/correct-target";
import type { WithdrawTarget } from "@/components/campaign/target-population/withdraw-target";
import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { earlierDay } from "@/lib/base/time/calendar-day";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { lastDay } from "@/lib/campaign/calendar";
import { boxes } from "@/lib/campaign/target-population/column";
import { decidingNumber } from "@/lib/campaign/target-population/in-force";
import { cellVersions, peopleInForce } from "@/lib/campaign/target-population/server/queries";
import { withoutUnplaced } from "@/lib/campaign/unplaced";
import type { NamedUnit } from "@/lib/campaign/target-population/unit-lookup";
import { columnKeyOf } from "@/lib/campaign/column-key";

type CorrectedPlace = Parameters<typeof CorrectTarget>[0]["unit"];

type AskedNumber = Omit<
  Parameters<typeof CorrectTarget>[0],
  "today" | "backHref" | "withdrawHref" | "action" | "kept"
> & {
  /** Of a larger place whose own figure can be withdrawn: what divides then. */
  readonly parts: Parameters<typeof WithdrawTarget>[0]["units"] | null;
};

type Asked = {
  readonly units: readonly NamedUnit[];
  readonly round: number;
  readonly query: Readonly<Record<string, string | string[] | undefined>>;
};

/** The number that the address asks to change, with every version of it; null: it asks for none. */
export async function correctionOf(
  grant: Grant<"target:import">,
  campaign: Campaign,
  { units, round, query }: Asked,
): Promise<AskedNumber | null> {
  const unit = placeOf(campaign, units, query["ubah"]?.toString());
  const box = boxes(campaign).find((each) => columnKeyOf(each) === query["kolom"]);
  if (!unit || !box) return null;
  const { intervention, targetGroup, label } = box;
  const source = campaign.decidingTargetSource;
  const all = await cellVersions(grant, campaign, {
    source,
    unit: unit.code,
    intervention,
    targetGroup,
  });
  const versions = all.filter((version) => version.round === 0 || version.round === round);
  const shown = campaign.rounds.find(({ number }) => number === round);
  const today = localDay(now(), campaign.timeZone);
  const standing = decidingNumber(versions, shown ? earlierDay(today, lastDay(shown)) : today);
  return {
    slug: campaign.slug,
    unit,
    box: { intervention, targetGroup, label },
    source,
    round,
    hasRounds: campaign.rounds.length > 1,
    standing,
    versions,
    timeZone: campaign.timeZone,
    parts:
      unit.subdistrict === "" && (standing?.people ?? null) !== null
        ? await partsOf(grant, campaign, { units, round, place: unit.code, box })
        : null,
  };
}

/** What the parts of a larger place add up to in a box, and how many of its units have a number. */
async function partsOf(
  grant: Grant<"target:import">,
  campaign: Campaign,
  asked: {
    readonly units: readonly NamedUnit[];
    readonly round: number;
    readonly place: string;
    readonly box: { readonly intervention: string; readonly targetGroup: string };
  },
): Promise<Parameters<typeof WithdrawTarget>[0]["units"]> {
  const { place, round, box } = asked;
  const isWhole = place === campaign.districtCode;
  const people = await peopleInForce(grant, campaign, {
    round,
    subdistrict: isWhole ? null : place,
  });
  const parts = people.filter(
    (each) =>
      each.place !== "" &&
      each.source === campaign.decidingTargetSource &&
      columnKeyOf(each) === columnKeyOf(box),
  );
  return {
    people: parts.reduce((sum, part) => sum + part.people, 0),
    known: parts.reduce((sum, part) => sum + part.units, 0),
    all: asked.units.filter((unit) => isWhole || unit.subdistrictCode === place).length,
  };
}

/** A unit, a kecamatan or the kabupaten; and of which list its number is a part, "" that of the kecamatan. */
function placeOf(
  { districtCode, districtName }: Campaign,
  units: readonly NamedUnit[],
  asked: string | undefined,
): CorrectedPlace | null {
  const unit = units.find(({ code }) => code === asked);
  if (unit) return { code: unit.code, name: unit.name, subdistrict: unit.subdistrictCode };
  if (asked === districtCode) return { code: asked, name: districtName, subdistrict: "" };
  const within = withoutUnplaced(
    units.map(({ subdistrictCode: code, subdistrictName: name }) => ({ code, name })),
  ).find(({ code }) => code === asked);
  return within ? { ...within, subdistrict: "" } : null;
}
