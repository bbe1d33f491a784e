import { useTranslations } from "next-intl";

import { RecordHistory } from "@/components/base/register/record-history";
import { Panel } from "@/components/base/ui/panel";
import type { TimeZone } from "@/lib/base/time/time-zone";
import { hasNumber, type Counted, type Indicator } from "@/lib/indicator/indicator";
import type { IndicatorPeriod } from "@/lib/indicator/period";
import { storedCounted } from "@/lib/indicator/stored-counted";

import { useCountedText, usePeriodName } from "./indicator-words";

type Version = {
  readonly version: number;
  readonly at: Date;
  readonly actorName: string;
  readonly body: unknown;
};

/** Who said what of one value, and when. */
export function ValueHistory(props: {
  readonly indicator: Indicator;
  readonly period: IndicatorPeriod;
  readonly versions: readonly Version[];
  readonly zone: TimeZone;
}) {
  const t = useTranslations("indicators.value");
  const periodName = usePeriodName();
  const countedText = useCountedText();
  const said = (version: number, counted: Counted) =>
    hasNumber(counted)
      ? t(version === 1 ? "added" : "changed", { value: countedText(props.indicator, counted) })
      : t("withdrawn");
  return (
    <Panel title={t("history", { period: periodName(props.period) })}>
      <RecordHistory
        zone={props.zone}
        items={props.versions.map(({ version, at, actorName, body }) => ({
          id: String(version),
          at,
          actorName,
          what: said(version, storedCounted(body)),
        }))}
      />
    </Panel>
  );
}
