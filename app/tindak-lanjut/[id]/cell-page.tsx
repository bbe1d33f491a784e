import { getTranslations } from "next-intl/server";

import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { FollowUpList } from "@/components/directive/follow-up-list";
import type { Grant } from "@/lib/account/auth/grant";
import { routes, withQuery } from "@/lib/base/routes";
import { regionCode, type RegionCode } from "@/lib/base/region/code";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import { progressOf, progressParts, type ProgressPart } from "@/lib/directive/progress";
import {
  readSubdistrictCounts,
  type WholeDirective,
} from "@/lib/directive/server/directive-queries";
import { listFollowUps } from "@/lib/directive/server/follow-up-queries";

const perPage = 100;

/** Of which follow-ups a list is: of an order, an addressee, a part of them. */
export type Cell = {
  readonly order: number | null;
  readonly addressee: number | null;
  readonly part: ProgressPart | null;
  /** The kecamatan that they are asked in. */
  readonly subdistrict: RegionCode | null;
  readonly page: number;
};

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** The cell that an address names; null: it names none. */
export function readCell(query: Query): Cell | null {
  const numberOf = (name: string) => {
    const text = query[name]?.toString() ?? "";
    return /^\d{1,6}$/.test(text) ? Number(text) : null;
  };
  const part = progressParts.find((each) => each === query["keadaan"]) ?? null;
  const [order, addressee] = [numberOf("perintah"), numberOf("penerima")];
  const { data: subdistrict = null } = regionCode.safeParse(query["kecamatan"]?.toString());
  if (order === null && addressee === null && part === null && subdistrict === null) return null;
  return { order, addressee, part, subdistrict, page: Math.max(1, numberOf("hal") ?? 1) };
}

/** The follow-ups of a cell of the matrix, or of all of one part. */
export async function CellPage(props: {
  readonly grant: Grant<"directive:manage">;
  readonly campaign: Campaign;
  readonly found: WholeDirective;
  readonly cell: Cell;
  readonly today: CalendarDay;
}) {
  const { grant, campaign, found, cell, today } = props;
  const { directive, orders, addressees, cells } = found;
  const { order, addressee, part, subdistrict, page } = cell;
  const t = await getTranslations();
  const key = { district: campaign.districtCode, id: directive.id };
  const followUps = await listFollowUps(
    grant,
    key,
    {
      ...(order !== null && { order }),
      ...(addressee !== null && { addressee }),
      ...(part !== null && { part }),
      ...(subdistrict !== null && { subdistrict }),
    },
    { today, page, perPage },
  );
  const within = subdistrict === null ? [] : await readSubdistrictCounts(grant, key, today);
  const isOf = (asked: number | null, position: number) => asked === null || asked === position;
  const counted =
    subdistrict === null
      ? cells.filter((each) => isOf(order, each.order) && isOf(addressee, each.addressee))
      : within.filter((each) => each.subdistrict === subdistrict && isOf(order, each.order));
  const place = within.find((each) => each.subdistrict === subdistrict)?.name;
  const to = (change: { readonly part?: ProgressPart | null; readonly page?: number }) => {
    const next = { ...cell, ...change };
    return withQuery(routes.directive(directive.id), {
      kampanye: campaign.slug,
      perintah: next.order,
      penerima: next.addressee,
      keadaan: next.part,
      kecamatan: next.subdistrict,
      hal: next.page > 1 ? next.page : null,
    });
  };
  const back = withQuery(routes.directive(directive.id), { kampanye: campaign.slug });
  const whom = addressees.find(({ position }) => position === addressee);
  const isWhole = whom?.kind === "subdistricts" || whom?.kind === "villages";
  const title =
    [
      place && t("directives.followUps.within", { place }),
      whom && (isWhole ? t(`directives.whole.${whom.kind}`) : whom.name),
      orders.find(({ position }) => position === order)?.label,
    ]
      .filter(Boolean)
      .join(", ") || t("directives.followUps.all");
  const number = [t(`followUps.kinds.${directive.kind}`), directive.number];
  return (
    <div className="grid gap-4">
      <div>
        <Breadcrumb
          label={t("common.breadcrumb")}
          parts={[
            {
              name: t("directives.screen"),
              href: withQuery(routes.directives, { kampanye: campaign.slug }),
            },
            { name: number.filter(Boolean).join(" "), href: back },
            { name: title },
          ]}
        />
        <h1 className="mt-2 text-title font-semibold wrap-anywhere">{title}</h1>
        <p className="text-dense wrap-anywhere text-ink2">{directive.title}</p>
      </div>
      <FollowUpList
        slug={campaign.slug}
        title={orders.find(({ position }) => position === order)?.title ?? title}
        orders={orders}
        addressees={addressees}
        followUps={followUps.slice(0, perPage)}
        progress={progressOf(counted)}
        part={part}
        page={page}
        hasMore={followUps.length > perPage}
        to={to}
        today={today}
        zone={campaign.timeZone}
      />
    </div>
  );
}
