import Link from "next/link";
import { useTranslations } from "next-intl";

import { HeadCell, PlainTable, RowHead, TableHead } from "@/components/base/ui/table";
import type { OfficeKind } from "@/lib/account/office/office";
import { routes, withQuery } from "@/lib/base/routes";

/** The offices of a kabupaten; each name leads to its form. */
export function OfficeTable(props: {
  readonly district: string;
  readonly offices: readonly {
    readonly code: string;
    readonly name: string;
    readonly kind: OfficeKind;
    readonly regionName: string;
    readonly headTitle: string | null;
    readonly isClosed: boolean;
    readonly heads: number;
    readonly units: number;
  }[];
}) {
  const t = useTranslations("people.offices");
  const heads = ["name", "kind", "area", "headTitle"] as const;
  return (
    <PlainTable look="ruled-table" onPhone="stacks">
      <TableHead>
        {heads.map((head) => (
          <HeadCell key={head}>{t(head)}</HeadCell>
        ))}
        <HeadCell isNumber>{t("heads")}</HeadCell>
        <HeadCell isNumber>{t("units")}</HeadCell>
        <HeadCell>{t("state")}</HeadCell>
      </TableHead>
      <tbody>
        {props.offices.map((office) => (
          <tr key={office.code} className="max-tablet:py-2">
            <RowHead>
              <Link
                href={withQuery(routes.offices, { kabupaten: props.district, kode: office.code })}
                className="inline-flex min-h-11 items-center tablet:min-h-6"
              >
                {office.name}
              </Link>
              <span className="ml-2 font-normal text-ink3 tablet:ml-0 tablet:block tablet:text-note">
                {office.code}
              </span>
            </RowHead>
            <td>{t(`kinds.${office.kind}`)}</td>
            <td>{office.regionName}</td>
            <td>{office.headTitle ?? "–"}</td>
            <td className="text-right tabular-nums max-tablet:text-left">
              <span className="tablet:hidden">{t("heads")}: </span>
              {office.heads}
            </td>
            <td className="text-right tabular-nums max-tablet:text-left">
              <span className="tablet:hidden">{t("units")}: </span>
              {office.units}
            </td>
            <td className={office.isClosed ? "text-error" : undefined}>
              {office.isClosed ? t("closed") : t("open")}
            </td>
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}
