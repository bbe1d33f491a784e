import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { HeadCell, NumberCell, RowHead, ScrollTable, TableHead } from "@/components/base/ui/table";
import { formats, noData } from "@/lib/base/i18n/format";
import type { BesidesOf } from "@/lib/monitor/coverage/besides";
import { reasonCodes } from "@/lib/report/part/part";

import { recoveredShare, type BesidesProps } from "./besides-props";

/** Of a part the table names so many reasons. */
const toldReasons = 2;

/** The parts of a place with their most frequent reasons, and what sweeping found and served there. */
export function BesidesTable({ campaign, besides, heading, placeHref }: BesidesProps) {
  const t = useSentences("reportParts.ranking", campaign.wording);
  const codes = useTranslations("reportParts.codes");
  const format = formats(useLocale());
  const hasSweeping = besides.found !== null;
  const mostOf = ({ reasons }: BesidesOf) =>
    reasons.slice(0, toldReasons).map(({ code, count }) => {
      const known = reasonCodes.find((each) => each === code);
      return `${known ? codes(known) : code} ${format.count(count)}`;
    });
  return (
    <ScrollTable look="dense-table" onPhone="cards" label={t("table")} frame="mt-4">
      <TableHead>
        <HeadCell>{heading}</HeadCell>
        <HeadCell isNumber>{t("peopleHead")}</HeadCell>
        <HeadCell>{t("mostHead")}</HeadCell>
        {hasSweeping ? (
          <>
            <HeadCell isNumber>{t("foundHead")}</HeadCell>
            <HeadCell isNumber>{t("recoveredHead")}</HeadCell>
          </>
        ) : null}
      </TableHead>
      <tbody>
        {besides.places.map((place) => (
          <tr key={place.code}>
            <RowHead>
              <Link
                href={placeHref(place.code)}
                prefetch={false}
                className="inline-flex min-h-11 items-center underline underline-offset-3 tablet:min-h-6"
              >
                {place.name}
              </Link>
            </RowHead>
            <NumberCell>{format.count(place.people)}</NumberCell>
            <td>{mostOf(place).join(" · ") || noData}</td>
            {hasSweeping ? (
              <>
                <NumberCell>
                  <span className="tablet:hidden">{t("foundHead")} </span>
                  {format.count(place.found)}
                </NumberCell>
                <NumberCell>
                  <span className="tablet:hidden">{t("recoveredHead")} </span>
                  {place.found === null || place.recovered === null
                    ? format.count(place.recovered)
                    : t("ofFound", {
                        count: format.count(place.recovered),
                        share: recoveredShare(place.recovered, place.found, format),
                      })}
                </NumberCell>
              </>
            ) : null}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
