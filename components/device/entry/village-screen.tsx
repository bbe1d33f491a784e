import { askedPart } from "@/lib/report/entry-row";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";

import type { Role } from "@/lib/account/auth/policy";
import type { CampaignWork } from "@/lib/campaign/entry-campaigns";
import { formats } from "@/lib/base/i18n/format";
import { sourceAddress } from "@/lib/monitor/source/address";
import { routes, withQuery } from "@/lib/base/routes";
import type { OpenDay } from "@/lib/report/entry-day";
import { isNeverClosedOut } from "@/lib/report/verification/day-access";

import { CampaignStrip } from "./campaign-strip";
import { PastDay, usePastHeadline } from "./day-notice";
import { DaySwitch } from "./day-switch";
import { EntryNotices } from "./entry-notices";
import { entryContextOf } from "@/lib/device/entry/entry-context";
import { partsOfDay } from "@/lib/report/part/part";
import { unitDayKeyOf } from "@/lib/report/report-key";
import type { EntryCampaign } from "./entry-screen";
import { HistoryButton } from "./history-button";
import { LaterVillageCard } from "./later-village-card";
import { restReasonOf, useRestWords } from "./use-rest-words";
import type { VillageCard } from "./village-card";

type Card = ComponentProps<typeof VillageCard>;

type VillageScreenProps = {
  readonly actor: { readonly id: string; readonly displayName: string; readonly role: Role };
  readonly campaign: EntryCampaign;
  readonly columns: Card["columns"];
  readonly day: OpenDay;
  readonly row: Card["row"];
  /** The next units without a report of the day. */
  readonly next: readonly { readonly code: string; readonly name: string }[];
  /** ISO, by the server's clock: of when the card is. */
  readonly drawnAt: string;
  /** As the address names it. */
  readonly kecamatan: string | undefined;
  readonly submissionId: string;
  readonly action: Card["action"];
  readonly undoZero: Card["undoZero"];
  readonly figures: Card["figures"];
  readonly chooseFigures: Card["chooseFigures"];
  /** That the day is closed or open again; takes the place of what is said of past days. */
  readonly dayNotice?: ReactNode;
  /** What it comes to; left out: only that the day is over, if it is. */
  readonly dayState?: "closed" | "open";
  /** It is unfolded: the person came for it. */
  readonly areNoticesOpen?: boolean;
  /** That the report was returned or verified. */
  readonly notices?: ReactNode;
  /** It is the only unit of this person: there is no list, and the card leads to other days. */
  readonly isOnly?: boolean;
  /** Campaigns in which this person has units today. */
  readonly campaigns?: readonly CampaignWork[];
};

/** One unit's day: the card that a phone fills in, with its day and the way back to the list. */
export function VillageScreen(whole: VillageScreenProps) {
  const { rows, columns: own } = askedPart([whole.row], whole.columns);
  const props = { ...whole, row: rows[0] ?? whole.row, columns: own };
  const t = useTranslations("entry");
  const format = formats(useLocale());
  const { actor, campaign, columns, day, row, next } = props;
  const { code } = row.unit;
  const key = unitDayKeyOf({ unit: code, day: day.day });
  const at = { kampanye: campaign.slug, hari: day.day, kecamatan: props.kecamatan };
  const listHref = props.isOnly ? null : withQuery(routes.entry, at);
  const past = usePastHeadline(day);
  const isResting = !row.isDue && row.standing === null;
  const restWords = useRestWords(row.unit.villageKind === null ? "unit" : "village")(
    isResting ? 1 : 0,
    restReasonOf(day, campaign.rhythm),
  );
  const headlines = props.dayState
    ? [t(`notices.${props.dayState}`, { day: format.monthDay(day.day) })]
    : props.dayNotice === undefined && past !== null
      ? [past]
      : [];
  return (
    <div className="mx-auto max-w-160">
      <CardHead {...props} listHref={listHref} />
      {props.isOnly ? (
        <div className="mb-2 grid gap-2">
          {(props.campaigns ?? []).length > 1 ? (
            <CampaignStrip campaigns={props.campaigns ?? []} slug={campaign.slug} day={day.day} />
          ) : null}
          <DaySwitch
            day={day}
            hrefOf={(hari) => withQuery(routes.entryOf(code), { ...at, hari })}
            look="phone"
            note={t("cutOffNote", { time: format.hour(campaign.reportCutOff) })}
          />
        </div>
      ) : null}
      <div className="mb-3 grid gap-3 empty:hidden">
        {props.notices}
        {restWords === null ? null : <p className="text-dense text-ink2">{restWords}</p>}
        <EntryNotices headlines={headlines} isOpen={props.areNoticesOpen ?? false}>
          {props.dayNotice ?? (
            <PastDay
              day={day}
              todayHref={withQuery(routes.entryOf(code), { kampanye: campaign.slug })}
              isBound={!isNeverClosedOut(actor.role)}
            />
          )}
        </EntryNotices>
      </div>
      <LaterVillageCard
        key={key}
        row={row}
        columns={columns}
        named={whole.columns}
        context={entryContextOf(actor, campaign, day)}
        timeZone={campaign.timeZone}
        dayName={format.longDay(day.day)}
        submissionId={props.submissionId}
        listHref={listHref}
        next={next.map(({ code: unit, name }) => ({
          code: unit,
          name,
          href: withQuery(routes.entryOf(unit), at),
        }))}
        drawnAt={props.drawnAt}
        action={props.action}
        undoZero={props.undoZero}
        figures={props.figures}
        chooseFigures={props.chooseFigures}
        asked={askedOf(campaign, day, columns)}
      />
    </div>
  );
}

/** What is asked besides tallies; undefined: nothing. */
function askedOf(
  { reportParts = [], wording }: EntryCampaign,
  { isSweeping }: OpenDay,
  columns: Card["columns"],
): Card["asked"] {
  if (!wording || partsOfDay({ parts: reportParts, isSweeping }).length === 0) return undefined;
  const names = Object.fromEntries(
    columns.map((each) => [each.intervention, each.interventionName]),
  );
  return { parts: reportParts, isSweeping, interventions: Object.keys(names), names, wording };
}

/** It stays while the fields scroll, in the place of the bar above it. */
function CardHead(props: VillageScreenProps & { readonly listHref: string | null }) {
  const t = useTranslations("entry");
  const format = formats(useLocale());
  const { campaign, columns, day, listHref, row } = props;
  const { code } = row.unit;
  const key = unitDayKeyOf({ unit: code, day: day.day });
  const number = day.isClosed
    ? t("closedDay")
    : day.isSweeping
      ? t("sweepingDay")
      : t("dayNumber", { number: day.number, days: day.days });
  return (
    <header className="card-head sticky top-0 z-35 -mx-4 -mt-5 mb-3 flex items-center border-b border-line bg-surface px-1 py-1.5 tablet:mx-0 tablet:mt-0 tablet:rounded-panel tablet:border desktop:top-13 [@media(height<26rem)]:static">
      {listHref === null ? (
        <span className="size-11" />
      ) : (
        <Link
          href={listHref}
          prefetch={false}
          aria-label={t("backToList")}
          className="grid size-11 place-items-center rounded-control text-ink"
        >
          <ArrowLeft aria-hidden className="size-5" />
        </Link>
      )}
      <div className="min-w-0 grow text-center">
        <h1 className="truncate text-panel font-semibold">{row.unit.name}</h1>
        <p className="truncate text-note text-ink2">
          {format.shortDay(day.day)} · {number}
        </p>
        <p className="truncate text-note font-medium text-ink2 empty:hidden">{campaign.name}</p>
      </div>
      <HistoryButton
        key={key}
        of={{
          slug: campaign.slug,
          day: day.day,
          dayName: format.longDay(day.day),
          timeZone: campaign.timeZone,
          unit: row.unit,
          columns,
        }}
        first={firstOf(row, columns)}
        href={sourceAddress(
          { slug: campaign.slug, rounds: [] },
          {
            place: code,
            intervention: null,
            round: day.round.number,
            from: day.day,
            to: day.day,
          },
          { putaran: day.round.number, laporan: key },
        )}
      />
    </header>
  );
}

/** The first column that the report counted, or the first. */
function firstOf({ standing }: Card["row"], columns: Card["columns"]): string {
  const counted = columns.find((column) =>
    standing?.tallies.some(
      ({ intervention, targetGroup }) =>
        intervention === column.intervention && targetGroup === column.targetGroup,
    ),
  );
  return (counted ?? columns[0])?.key ?? "";
}
