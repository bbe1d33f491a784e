import { getTranslations } from "next-intl/server";

import { Segments } from "@/components/base/ui/segments";
import { DecisionTable } from "@/components/directive/decision-table";
import { OrderMatrix } from "@/components/directive/order-matrix";
import { SubdistrictMatrix } from "@/components/directive/subdistrict-matrix";
import type { Grant } from "@/lib/account/auth/grant";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import type { AnsweredFollowUp } from "@/lib/directive/answered";
import type { Matrix } from "@/lib/directive/matrix";
import {
  readSubdistrictCounts,
  type WholeDirective,
} from "@/lib/directive/server/directive-queries";
import { measureOrders } from "@/lib/directive/server/said-queries";
import { subdistrictRows } from "@/lib/directive/subdistrict-rows";
import { readDirectiveView, viewsOf, directiveViewWord } from "@/lib/directive/view";

import { issuedHref, type IssuedQuery } from "./issued-query";

/** How far each order is: by decision, by whom it is asked of, or by kecamatan. */
export async function IssuedTable(props: {
  readonly grant: Grant<"directive:manage">;
  readonly read: Grant<"coverage:read">;
  readonly campaign: Campaign;
  readonly found: WholeDirective;
  readonly matrix: Matrix;
  readonly late: readonly AnsweredFollowUp[];
  readonly today: CalendarDay;
  readonly query: IssuedQuery;
}) {
  const { grant, read, campaign, found, matrix, late, today, query } = props;
  const { directive, orders } = found;
  const { slug } = campaign;
  const views = viewsOf(directive.kind, found.addressees);
  const view = readDirectiveView(query.lihat ?? undefined, views);
  const t = await getTranslations("directives.view");
  const choice =
    views.length < 2 ? null : (
      <Segments
        label={t("label")}
        options={views.map((each) => ({
          label: t(each),
          href: issuedHref(slug, directive.id, query, { lihat: directiveViewWord(each, views) }),
          isCurrent: each === view,
        }))}
      />
    );
  const shown = { slug, directive, orders, today, views: choice };
  switch (view) {
    case "orders": {
      const measured = await measureOrders(read, campaign, found, today);
      return <DecisionTable {...shown} {...{ campaign, matrix, measured, late }} />;
    }
    case "addressees":
      return <OrderMatrix {...shown} matrix={matrix} />;
    case "subdistricts": {
      const key = { district: campaign.districtCode, id: directive.id };
      const rows = subdistrictRows(orders, await readSubdistrictCounts(grant, key, today));
      return <SubdistrictMatrix {...shown} rows={rows} sums={matrix.sums} />;
    }
  }
}
