import { useLocale, useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import { formats } from "@/lib/base/i18n/format";
import type { Campaign } from "@/lib/campaign/campaign";
import { ratioTenths } from "@/lib/coverage/percent";
import type { FrozenFigures } from "@/lib/directive/frozen";

type Stage = FrozenFigures["stages"][number];

/** Each stage of a campaign as it is: the bar is now, the tick was the hour of the meeting. */
export function StageList(props: {
  readonly campaign: Campaign;
  readonly before: readonly Stage[];
  readonly after: readonly Stage[];
}) {
  const t = useTranslations("directives.stages");
  const f = formats(useLocale());
  const { campaign, before, after } = props;
  if (before.length === 0 || after.length === 0) return null;
  return (
    <Panel
      title={t("title")}
      note={t("note", { name: campaign.interventions[0]?.shortName ?? "" })}
    >
      <ol className="mt-1">
        {after.map((stage, index) => {
          const then = before.find(({ code }) => code === stage.code);
          return (
            <li
              key={stage.code}
              className="border-b border-line py-3 text-dense last:border-b-0 print:break-inside-avoid"
            >
              <p className="mb-1 flex flex-wrap justify-between gap-x-3">
                <b className="font-semibold wrap-anywhere">
                  {index + 1}. {stage.name}
                </b>
                <b className="text-section font-semibold tabular-nums">
                  {f.tenths(shareOf(stage))}
                </b>
              </p>
              <Bar now={shareOf(stage)} then={then ? shareOf(then) : null} />
              <p className="mt-1 text-note text-ink2">
                {t("counted", {
                  doses: stage.doses,
                  hasTarget: String((stage.targetPopulation ?? 0) > 0),
                  of: stage.targetPopulation ?? 0,
                })}
                {then ? t("then", { share: f.tenths(shareOf(then)) }) : null}
              </p>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}

/** In tenths of a percent; null: nobody knows how many people it has. */
function shareOf({ doses, targetPopulation }: Stage): number | null {
  if (targetPopulation === null || targetPopulation === 0) return null;
  return ratioTenths({ numerator: Math.max(0, doses), denominator: targetPopulation });
}

/** Decoration: the words around it say the same. */
function Bar(props: { readonly now: number | null; readonly then: number | null }) {
  const at = (tenths: number) => `${String(Math.min(100, tenths / 10))}%`;
  return (
    <svg aria-hidden width="100%" height="12" className="block">
      <rect y="2" width="100%" height="8" fill="var(--sunken)" />
      {props.now ? <rect y="2" width={at(props.now)} height="8" fill="var(--ink2)" /> : null}
      {props.then === null ? null : (
        <rect x={at(props.then)} width="2" height="12" fill="var(--ink)" />
      )}
    </svg>
  );
}
