import { useLocale, useTranslations } from "next-intl";

import { Segments } from "@/components/base/ui/segments";
import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import { timeZoneNames } from "@/lib/base/time/time-zone";
import type { Today } from "@/lib/report/today";

import { CampaignRow, UnitRow } from "./today-row";

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
  return (
    <div className="max-w-180">
      <p className="text-dense text-ink2">
        {first ? `${format.weekdayDay(first.day)} · ` : ""}
        {props.place}
      </p>
      <h1 className="text-verdict-phone font-semibold tablet:text-title">
        {isDone ? t("allDone") : t("waiting", { count: today.missing })}
      </h1>
      <p className="text-ink2">
        {isDone
          ? t("sent", { sent: today.due, all: today.due })
          : t("from", { count: today.campaigns.length })}{" "}
        {next
          ? t("nextCutOff", {
              time: `${format.hour(next.cutOff)} ${timeZoneNames[next.zone]}`,
            })
          : null}
      </p>
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
      {by === "unit" ? (
        <Section
          title={t("stillOpen")}
          rows={today.units.map((unit) => (
            <UnitRow key={unit.unit} unit={unit} />
          ))}
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

function Section(props: { readonly title: string; readonly rows: readonly React.ReactNode[] }) {
  if (props.rows.length === 0) return null;
  return (
    <section className="mt-5">
      <h2 className="border-b border-line pb-1 text-dense font-semibold text-ink2">
        {props.title}
      </h2>
      <ul>{props.rows}</ul>
    </section>
  );
}
