import { useLocale, useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import { formats } from "@/lib/base/i18n/format";
import { localDay, type TimeZone } from "@/lib/base/time/time-zone";

import { ScrollRegion } from "@/components/base/ui/scroll-region";

type Version = {
  readonly id: number;
  readonly source: "local" | "pusdatin";
  readonly asOf: string;
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
  const heads = ["asOf", "source", "decree", "file", "by", "at"] as const;
  return (
    <Panel title={t("versions")} note={t("versionsNote")}>
      <ScrollRegion label={t("versions")} className="mt-2">
        <table className="w-full min-w-160 text-dense">
          <thead>
            <tr className="border-b border-line-strong text-left text-note">
              {heads.map((head) => (
                <th key={head} scope="col" className="py-2 pr-4 font-medium">
                  {t(`version.${head}`)}
                </th>
              ))}
              <th scope="col" className="py-2 text-right font-medium">
                {t("version.rows")}
              </th>
            </tr>
          </thead>
          <tbody>
            {props.versions.map((version) => (
              <tr
                key={version.id}
                className={`border-b border-line ${version.id === props.added ? "bg-reached-tint" : ""}`}
              >
                <th scope="row" className="py-2 pr-4 text-left font-medium whitespace-nowrap">
                  {f.day(version.asOf)}
                </th>
                <td className="py-2 pr-4">{names(version.source)}</td>
                <td className="py-2 pr-4">{version.decree ?? "–"}</td>
                <td className="py-2 pr-4 break-all">{version.fileName ?? "–"}</td>
                <td className="py-2 pr-4">{version.createdBy ?? "–"}</td>
                <td className="py-2 pr-4 whitespace-nowrap">
                  {f.day(localDay(version.createdAt, props.zone))},{" "}
                  {f.time(version.createdAt, props.zone)}
                </td>
                <td className="py-2 text-right">{f.count(version.rows)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Panel>
  );
}
