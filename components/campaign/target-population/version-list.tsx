import { useLocale, useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import { formats } from "@/lib/base/i18n/format";
import { localDay, type TimeZone } from "@/lib/base/time/time-zone";

import { HeadCell, NumberCell, RowHead, ScrollTable, TableHead } from "@/components/base/ui/table";

type Version = {
  readonly id: number;
  readonly source: "local" | "pusdatin";
  readonly asOf: string;
  readonly inForceFrom: string;
  readonly decree: string | null;
  readonly fileName: string | null;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly rows: number;
};

/** Every import, the newest first: of which date, by which decree, who loaded it. */
export function VersionList(props: {
  readonly versions: readonly Version[];
  readonly zone: TimeZone;
  readonly added: number | null;
}) {
  const t = useTranslations("targets");
  const names = useTranslations("common.targetSources");
  const f = formats(useLocale());
  const heads = ["inForceFrom", "asOf", "source", "decree", "file", "by", "at"] as const;
  return (
    <Panel title={t("versions")} note={t("versionsNote")}>
      <ScrollTable look="ruled-table" label={t("versions")} frame="mt-2" className="min-w-160">
        <TableHead>
          {heads.map((head) => (
            <HeadCell key={head}>{t(`version.${head}`)}</HeadCell>
          ))}
          <HeadCell isNumber className="pr-0">
            {t("version.rows")}
          </HeadCell>
        </TableHead>
        <tbody>
          {props.versions.map((version) => (
            <tr
              key={version.id}
              className={version.id === props.added ? "bg-reached-tint" : undefined}
            >
              <RowHead className="whitespace-nowrap">{f.day(version.inForceFrom)}</RowHead>
              <td className="whitespace-nowrap">{f.day(version.asOf)}</td>
              <td>{names(version.source)}</td>
              <td>{version.decree ?? "–"}</td>
              <td className="break-all">{version.fileName ?? "–"}</td>
              <td>{version.createdBy ?? "–"}</td>
              <td className="whitespace-nowrap">
                {f.day(localDay(version.createdAt, props.zone))},{" "}
                {f.time(version.createdAt, props.zone)}
              </td>
              <NumberCell>{f.count(version.rows)}</NumberCell>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </Panel>
  );
}
