import { useLocale, useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import { formats } from "@/lib/base/i18n/format";
import { closedWastage, openWastage, usageIndex, type Opened } from "@/lib/stock/rate";
import type { Supply } from "@/lib/stock/supply";

/** What was made of what was received: how far a vial went, and where all doses are. */
export function UsagePanel({ supply }: { readonly supply: Supply }) {
  const t = useTranslations("stock.usage");
  const format = formats(useLocale());
  const { opened, totals, uncovered } = supply;
  const index = opened && usageIndex(opened);
  const lost = closedWastage(totals.discarded, totals.received);
  return (
    <Panel
      title={
        opened && index !== null
          ? t("title", {
              index: format.pace(Math.round(index * 100) / 100),
              size: opened.doses / opened.vials,
            })
          : t("titleNone")
      }
    >
      {opened ? <OpenedBar opened={opened} /> : <p className="text-dense text-ink2">{t("none")}</p>}
      <p className="mt-3 text-dense text-ink2">
        {t("balance", {
          received: totals.received + Math.max(0, totals.moved),
          adjusted: totals.adjusted === 0 ? "none" : format.signed(totals.adjusted),
          used: totals.used,
          returned: totals.returned + Math.max(0, -totals.moved),
          discarded: totals.discarded,
          onHand: totals.onHand,
        })}
      </p>
      {lost !== null && lost > 0 ? (
        <p className="mt-1 text-dense text-ink2">
          {t("closed", { share: format.tenths(Math.round(lost * 1000)) })}
        </p>
      ) : null}
      {uncovered > 0 ? (
        <p className="mt-1 text-dense font-medium text-warn">
          {t("uncovered", { count: uncovered })}
        </p>
      ) : null}
    </Panel>
  );
}

function OpenedBar({ opened }: { readonly opened: Opened }) {
  const t = useTranslations("stock.usage");
  const format = formats(useLocale());
  const { vials, doses, given } = opened;
  const wasted = doses - given;
  const share = openWastage(opened) ?? 0;
  const width = `${(Math.min(1, given / doses) * 100).toFixed(1)}%`;
  return (
    <>
      <p className="text-dense text-ink2">
        {wasted < 0
          ? t("over", { vials, doses, given })
          : t("note", {
              vials,
              doses,
              given,
              wasted,
              share: format.tenths(Math.round(share * 1000)),
            })}
      </p>
      <svg
        role="img"
        aria-label={t("bar", { given, doses })}
        width="100%"
        height="16"
        className="mt-2 block"
      >
        <rect
          x="0.5"
          y="0.5"
          width="99.8%"
          height="15"
          fill="url(#hatch-noGoal)"
          stroke="var(--ink2)"
        />
        <rect width={width} height="16" fill="var(--ink2)" />
      </svg>
      <p className="flex justify-between gap-2 text-note text-ink3">
        <span>{t("given", { count: given })}</span>
        <span>{t("wasted", { count: Math.max(0, wasted) })}</span>
      </p>
    </>
  );
}
