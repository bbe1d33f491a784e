"use client";

import { useTranslations } from "next-intl";

import { Button } from "@/components/base/ui/button";
import { LandscapePaper } from "@/components/base/ui/landscape-paper";
import { GroupHead, HeadCell, ScrollTable } from "@/components/base/ui/table";
import { withSoftHyphens } from "@/lib/base/i18n/soft-hyphens";
import type { EntryColumn } from "@/lib/report/entry-row";

import { deskForm } from "./desk-form";
import type { MarkedPlace } from "./marked-report";
import { QueueRow } from "./queue-row";
import type { ZonedMoment } from "./use-when";

/** As many columns as an upright sheet has room for. */
const maxUpright = 6;

/**
 * The reports of one page, by subdistrict. Drawn from their figures in the browser too: as elements
 * they would be sent twice.
 */
export function QueueTable(props: {
  readonly places: readonly MarkedPlace[];
  readonly columns: readonly EntryColumn[];
  readonly slug: string;
  readonly moment: ZonedMoment;
  /** Nothing can be done with them. */
  readonly isReadOnly: boolean;
}) {
  const t = useTranslations("verification.list");
  const { columns } = props;
  const names = [...new Set(columns.map(({ intervention }) => intervention))];

  return (
    <ScrollTable
      look="queue"
      label={t("region")}
      caption={t("caption")}
      frame="mt-3 max-tablet:overflow-visible"
    >
      {columns.length > maxUpright ? <LandscapePaper /> : null}
      <thead>
        <tr>
          <HeadCell rowSpan={2}>
            <span className="sr-only">{t("choose")}</span>
          </HeadCell>
          <HeadCell rowSpan={2}>{t("unit")}</HeadCell>
          {names.map((name) => {
            const of = columns.filter(({ intervention }) => intervention === name);
            return (
              <GroupHead key={name} colSpan={of.length} isNumber={of.length === 1}>
                {withSoftHyphens(of[0]?.shortName ?? "")}
              </GroupHead>
            );
          })}
          <HeadCell rowSpan={2} isNumber className="pl-4">
            {t("sum")}
          </HeadCell>
          <HeadCell rowSpan={2} className="pl-4">
            {t("sent")}
          </HeadCell>
        </tr>
        <tr>
          {columns.map(({ key, shortGroupName }) => (
            <HeadCell key={key}>{withSoftHyphens(shortGroupName)}</HeadCell>
          ))}
        </tr>
      </thead>
      {props.places.map((place) => (
        <PlaceRows key={place.code} {...props} place={place} />
      ))}
    </ScrollTable>
  );
}

function PlaceRows({
  place,
  ...props
}: Parameters<typeof QueueTable>[0] & { readonly place: MarkedPlace }) {
  const t = useTranslations("verification.list");
  const act = useTranslations("verification.act");
  const { clean, count, warned } = place;
  const name = `bersih:${place.code}`;

  return (
    <>
      <tbody className="max-tablet:block">
        <tr className="max-tablet:block">
          <th
            scope="rowgroup"
            colSpan={props.columns.length + 4}
            className="bg-sunken px-2 py-1.5 text-left font-semibold max-tablet:-mx-4 max-tablet:block max-tablet:px-4"
          >
            <span className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <span>
                {warned > 0
                  ? t("placeWarned", { name: place.name, reports: count, warned })
                  : t("place", { name: place.name, reports: count })}
              </span>
              {clean.length > 0 && !props.isReadOnly ? (
                <>
                  <input type="hidden" name={name} value={clean.join(" ")} form={deskForm} />
                  <Button
                    type="submit"
                    name="lakukan"
                    value={name}
                    form={deskForm}
                    size="small"
                    className="max-tablet:min-h-11"
                  >
                    {act("verifyClean", { count: clean.length, place: place.name })}
                  </Button>
                </>
              ) : null}
            </span>
          </th>
        </tr>
      </tbody>
      {place.reports.map((report) => (
        <QueueRow
          key={report.mark}
          report={report}
          columns={props.columns}
          slug={props.slug}
          moment={props.moment}
          isReadOnly={props.isReadOnly}
        />
      ))}
    </>
  );
}
