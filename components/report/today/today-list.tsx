import { useLocale, useTranslations } from "next-intl";

import { Segments } from "@/components/base/ui/segments";
import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import { timeZoneNames } from "@/lib/base/time/time-zone";
import type { Today } from "@/lib/report/today";

import { CampaignRow, UnitRow } from "./today-row";

/** The most units that the list names, those that owe most: a phone has no use for a list of 345. */
const unitsShown = 100;

/** All that is due today, by campaign or by unit; once it is done, what tomorrow brings. */
export function TodayList(props: {
  readonly today: Today;
  readonly tomorrow: Today;
  readonly by: "campaign" | "unit";
  /** Who it is for: "Kecamatan Selat". */
  readonly place: string;
}) {
  const t = useTranslations("today");
  const format = formats(useLocale());
  const { today, tomorrow, by } = props;
  const [first] = today.campaigns;
  const open = today.campaigns.filter(({ missing }) => missing > 0);
  const next = open[0];
  const others = today.campaigns.filter(({ missing }) => missing === 0);
  const isDone = today.missing === 0;
  const { due, waiting } = today;
  const title =
    due === 0
      ? t("noneToday")
      : t(isDone ? doneWord(waiting) : "waiting", { count: today.missing });
  const heads = new Map(today.campaigns.map((each) => [each.slug, each]));
  return (
    <div className="max-w-180">
      <p className="text-dense text-ink2">
        {first ? `${format.weekdayDay(first.day)} · ` : ""}
        {props.place}
      </p>
      <h1 className="text-verdict-phone font-semibold tablet:text-title">{title}</h1>
      <p className="text-ink2">
        {due > 0 && (isDone || waiting > 0)
          ? t("sent", { sent: due - today.missing - waiting, all: due, waiting })
          : first
            ? t("from", { count: today.campaigns.length })
            : null}{" "}
        {next
          ? t("nextCutOff", {
              time: `${format.hour(next.cutOff)} ${timeZoneNames[next.zone]}`,
            })
          : null}
      </p>
      {first ? (
        <div className="mt-4">
          <Segments
            label={t("order")}
            options={(["campaign", "unit"] as const).map((each) => ({
              label: t(`by.${each}`),
              href: withQuery(routes.today, { menurut: each === "unit" ? "desa" : null }),
              isCurrent: each === by,
            }))}
          />
        </div>
      ) : null}
      {by === "unit" ? (
        <Section
          title={t("stillOpen")}
          rows={today.units.slice(0, unitsShown).map((unit) => (
            <UnitRow key={unit.unit} unit={unit} campaigns={heads} />
          ))}
          more={
            today.units.length > unitsShown
              ? t("moreUnits", { count: format.count(today.units.length - unitsShown) })
              : null
          }
        />
      ) : (
        <>
          <Section
            title={t("reports")}
            rows={open.map((each) => (
              <CampaignRow key={each.slug} campaign={each} />
            ))}
          />
          <Section
            title={t("others")}
            rows={others.map((each) => (
              <CampaignRow key={each.slug} campaign={each} />
            ))}
          />
        </>
      )}
      {isDone ? <Tomorrow tomorrow={tomorrow} /> : null}
    </div>
  );
}

function doneWord(waiting: number): "allDone" | "allTyped" {
  return waiting > 0 ? "allTyped" : "allDone";
}

/** What is due tomorrow; it cannot be filled in yet, so nothing leads there. */
function Tomorrow({ tomorrow }: { readonly tomorrow: Today }) {
  const t = useTranslations("today");
  const format = formats(useLocale());
  const [first] = tomorrow.campaigns;
  if (!first) return <p className="mt-5 text-dense text-ink2">{t("noTomorrow")}</p>;
  return (
    <Section
      title={t("tomorrow", { day: format.weekdayDay(first.day) })}
      rows={tomorrow.campaigns.map(({ slug, campaign, due }) => (
        <li key={slug} className="flex justify-between gap-3 border-b border-line px-1 py-2.5">
          <span className="font-semibold">{campaign}</span>
          <span className="shrink-0 text-dense text-ink2">
            {due === 0 ? t("noneDue") : t("dueTomorrow", { count: due })}
          </span>
        </li>
      ))}
    />
  );
}

function Section(props: {
  readonly title: string;
  readonly rows: readonly React.ReactNode[];
  readonly more?: string | null;
}) {
  if (props.rows.length === 0) return null;
  return (
    <section className="mt-5">
      <h2 className="border-b border-line pb-1 text-dense font-semibold text-ink2">
        {props.title}
      </h2>
      <ul>{props.rows}</ul>
      {props.more ? <p className="mt-2 text-dense text-ink2">{props.more}</p> : null}
    </section>
  );
}
