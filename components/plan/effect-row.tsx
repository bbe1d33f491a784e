import { useLocale, useTranslations } from "next-intl";

import { Shape } from "@/components/monitor/coverage/status-shape";
import { formats } from "@/lib/base/i18n/format";
import type { PlaceEffect } from "@/lib/plan/what-if";

/** A place before and after: two bars, now grey, then as it would stand, with what it needs as a tick. */
export function EffectRow({ effect }: { readonly effect: PlaceEffect }) {
  const t = useTranslations("whatIf");
  const format = formats(useLocale());
  const { name, before, after, need, short, forecast } = effect;
  const most = Math.max(before, after, need ?? 0, 1) * 1.06;
  const part = (people: number) => `${String((100 * people) / most)}%`;
  const needs = need === null ? t("unknown") : t("need", { need: format.count(need) });
  const word =
    short === null || need === null
      ? null
      : short > 0
        ? t(before < need ? "stillShort" : "short", { short: format.count(short) })
        : t(before < need ? "becomesEnough" : "enough");
  const fill = short === null ? "bg-ink2" : short > 0 ? "bg-behind-fill" : "bg-reached-fill";
  return (
    <div className="border-t border-line py-3">
      <p className="flex flex-wrap justify-between gap-x-3 text-dense">
        <b className="font-semibold">{name}</b>
        <span>
          {t("perDayChange", { before: format.count(before), after: format.count(after) })}
        </span>
      </p>
      <div
        role="img"
        aria-label={t("bar", {
          place: name,
          before: format.count(before),
          after: format.count(after),
          need: needs,
        })}
        className="relative my-1 grid gap-0.5"
      >
        <span className="block h-2 bg-sunken">
          <span className="block h-full bg-ink2" style={{ width: part(before) }} />
        </span>
        <span className="block h-2 bg-sunken">
          <span className={`block h-full ${fill}`} style={{ width: part(after) }} />
        </span>
        {need === null ? null : (
          <span
            className="absolute -top-0.5 -bottom-0.5 w-0.5 bg-ink"
            style={{ left: part(need) }}
          />
        )}
      </div>
      <p className="flex items-center gap-1.5 text-note text-ink2">
        {short === null ? (
          <Shape shape="unknown" size={14} />
        ) : (
          <Shape shape={short > 0 ? "behind" : "reached"} size={14} />
        )}
        <span>
          {needs}
          {word === null ? null : `: ${word}`}
        </span>
      </p>
      {forecast ? (
        <p className="text-note text-ink3">
          {t("forecast", {
            before: format.tenths(Math.round(forecast.before * 1000)),
            after: format.tenths(Math.round(forecast.after * 1000)),
          })}
        </p>
      ) : null}
    </div>
  );
}
