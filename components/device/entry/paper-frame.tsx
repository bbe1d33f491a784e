import { useLocale, useTranslations } from "next-intl";

import type { Wording } from "@/lib/base/i18n/wording";
import { formats } from "@/lib/base/i18n/format";
import { timeZoneNames, type TimeZone } from "@/lib/base/time/time-zone";
import type { EntryColumn, EntryRow } from "@/lib/report/entry-row";

import { useSentences } from "@/components/base/use-sentences";

export type PaperFormProps = {
  readonly campaign: {
    readonly name: string;
    readonly districtName: string;
    readonly timeZone: TimeZone;
    readonly reportCutOff: string;
    readonly isSample: boolean;
    readonly wording: Wording;
  };
  /** "Sabtu, 28 November 2026" */
  readonly dayName: string;
  /** Name of the kecamatan; null: the units of several. */
  readonly placeName: string | null;
  readonly rows: readonly EntryRow[];
  readonly columns: readonly EntryColumn[];
};

/** Of what and when a sheet is, as it stands on each. */
export function Heading(
  props: PaperFormProps & {
    /** Which of several; null: there is one. */
    readonly sheet: { readonly number: number; readonly count: number } | null;
  },
) {
  const t = useTranslations("paperForm");
  const format = formats(useLocale());
  const { campaign, sheet } = props;
  const hour = `${format.hour(campaign.reportCutOff)} ${timeZoneNames[campaign.timeZone]}`;
  return (
    <>
      <span className="flex items-baseline justify-between gap-4">
        <strong className="text-section font-semibold print:text-[13pt]">
          {t("heading", { name: campaign.name })}
        </strong>
        {sheet ? <span>{t("sheet", { number: sheet.number, count: sheet.count })}</span> : null}
      </span>
      <span className="block">
        {props.placeName === null
          ? campaign.districtName
          : t("place", { name: props.placeName, district: campaign.districtName })}
        {" · "}
        <strong className="font-semibold">{props.dayName}</strong>
        {" · "}
        {t("cutOff", { time: hour })}
      </span>
      {campaign.isSample ? <span className="block">{t("sample")}</span> : null}
    </>
  );
}

/** Who counted, and signs for it. */
export function Signatures({ wording }: { readonly wording: Wording }) {
  const t = useSentences("paperForm", wording);
  return (
    <div className="break-inside-avoid">
      <p className="mt-2">{t("note")}</p>
      <dl className="mt-[8mm] grid grid-cols-[1fr_1fr_0.7fr_1.2fr] gap-6">
        {(["name", "position", "date", "sign"] as const).map((field) => (
          <div key={field} className="flex items-end gap-2">
            <dt>{t(`signature.${field}`)}</dt>
            <dd className="grow border-b border-ink3">&nbsp;</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
