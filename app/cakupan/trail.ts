import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { wordOfSetKind } from "@/lib/campaign/unit-set/unit-set";
import type { CoverageView } from "@/lib/monitor/coverage/view";
import type { CoverageLinks } from "@/lib/monitor/coverage/links";
import type { CoverageParams } from "@/lib/monitor/coverage/params";
import type { PlacedUnit } from "@/lib/monitor/coverage/place";

type TrailPart = { readonly name: string; readonly href?: string };

/** The way up from a place, as far as the person may read: kabupaten, kecamatan or sets, village. */
export function trailOf(
  {
    campaign,
    params,
    view: { root },
    links,
  }: {
    readonly campaign: Campaign;
    readonly params: CoverageParams;
    readonly view: CoverageView;
    readonly links: CoverageLinks;
  },
  {
    readable,
    grant,
    title,
    sets,
  }: {
    readonly readable: readonly PlacedUnit[];
    readonly grant: Grant<"coverage:read">;
    /** What the screen calls itself. */
    readonly title: string;
    /** What the sets are called that the place is one of. */
    readonly sets: string;
  },
): TrailPart[] {
  if (root.kind === "district") {
    return params.level === "units" && root.parts !== "unit"
      ? [{ name: root.name, href: links.place(null, noTable) }, { name: title }]
      : [];
  }
  const [first] = root.units;
  const parts: TrailPart[] = [];
  if (grant.region === campaign.districtCode) {
    parts.push({ name: campaign.districtName, href: links.place(null) });
  }
  if (root.kind === "set" && root.sets) {
    const per = wordOfSetKind(root.sets.kind);
    parts.push({ name: sets, href: links.place(null, { per }) });
  }
  const isInSubdistrict =
    first !== undefined &&
    root.kind !== "subdistrict" &&
    root.kind !== "set" &&
    readable.length > root.units.length;
  if (isInSubdistrict && grant.region !== null && grant.region.length <= wholeSubdistrict) {
    parts.push({ name: first.subdistrictName, href: links.place(first.subdistrictCode) });
  }
  return [...parts, { name: root.name }];
}

/** Letters of a kecamatan's code: who reads less has no page of one. */
const wholeSubdistrict = "62.03.01".length;

const noTable = { tampil: "", "di-bawah-target": "", urut: "" };
