import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import type { SaidShort } from "@/lib/directive/answered";

import { useMemberName } from "./directive-words";
import { useMeasureWords } from "./measure-words";
import { SaidMeasured } from "./said-measured";

/** Lines before the rest is counted. */
const maxShown = 8;

/** What is said to be done while its measure says less; each leads to where an explanation is asked for. */
export function SaidList(props: {
  readonly campaign: Campaign;
  readonly said: readonly SaidShort[];
  readonly today: CalendarDay;
}) {
  const t = useTranslations("directives.said");
  const f = formats(useLocale());
  const nameOf = useMemberName();
  const { campaign, said } = props;
  const words = useMeasureWords(
    new Map(campaign.interventions.map(({ code, shortName }) => [code, shortName])),
  );
  if (said.length === 0) return null;
  const rest = said.length - maxShown;
  return (
    <Panel
      title={t("title")}
      note={t("note", { count: said.length, day: f.monthDay(props.today) })}
    >
      <ul className="mt-1">
        {said.slice(0, maxShown).map(({ followUp, order, addressee, measured }) => (
          <li
            key={followUp.id}
            className="border-b border-line py-3 last:border-b-0 print:break-inside-avoid"
          >
            <p className="mb-1 flex flex-wrap justify-between gap-x-3 text-dense">
              <Link
                href={withQuery(routes.followUp(followUp.id), { kampanye: campaign.slug })}
                prefetch={false}
                className="inline-flex min-h-6 items-center font-semibold wrap-anywhere"
              >
                {nameOf(addressee, followUp.region?.name ?? null)}
              </Link>
              <span className="text-note text-ink3">{order.label}</span>
            </p>
            <SaidMeasured
              state={followUp.state}
              measured={measured}
              counted={order.measure ? words.counted(order.measure, measured) : ""}
            />
          </li>
        ))}
      </ul>
      {rest > 0 ? <p className="text-dense text-ink2">{t("more", { count: rest })}</p> : null}
    </Panel>
  );
}
