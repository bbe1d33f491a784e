import clsx from "clsx";
import { useLocale, useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import type { ReactNode } from "react";

import { Banner } from "@/components/base/ui/banner";
import { EmptyState } from "@/components/base/ui/empty-state";
import type { Role } from "@/lib/account/auth/policy";
import { isUnplaced } from "@/lib/campaign/unplaced";
import { formats } from "@/lib/base/i18n/format";
import type { AskedPart } from "@/lib/campaign/report-parts";
import type { Wording } from "@/lib/base/i18n/wording";
import type { Rhythm } from "@/lib/campaign/rhythm";
import type { CampaignWork } from "@/lib/campaign/entry-campaigns";
import { routes, withQuery } from "@/lib/base/routes";
import type { OpenDay } from "@/lib/report/entry-day";
import { everyPlace } from "@/lib/report/entry-place";
import { askedPart, type EntryColumn, type EntryRow } from "@/lib/report/entry-row";
import type { EntryFigures } from "@/lib/report/schema";
import { timeZoneNames, type TimeZone } from "@/lib/base/time/time-zone";
import { isNeverClosedOut } from "@/lib/report/verification/day-access";

import { PastDay, usePastHeadline } from "./day-notice";
import { DaySwitch } from "./day-switch";
import { EntryList } from "./entry-list";
import { EntryNotices, noticesId } from "./entry-notices";
import { CampaignStrip } from "./campaign-strip";
import { entryContextOf, type EntryContext } from "@/lib/device/entry/entry-context";
import { ListWays } from "./list-ways";
import { FiguresSwitch, type ChooseFigures } from "./figures-switch";
import { PlaceChoice } from "./place-choice";
import { restReasonOf, type RestReason } from "./use-rest-words";
import type { UndoZero } from "@/lib/device/entry/use-zero-report";

/** Apart from the page, so that a phone does not load it. */
const EntryDesk = dynamic(() => import("./entry-desk").then((module) => module.EntryDesk));

/** What the entry screens tell of a campaign. */
export type EntryCampaign = {
  readonly slug: string;
  /** Left out by what an older version kept on a device. */
  readonly name?: string | undefined;
  readonly districtCode: string;
  readonly districtName: string;
  readonly timeZone: TimeZone;
  readonly reportCutOff: string;
  /** Left out by what an older version kept on a device. */
  readonly rhythm?: Rhythm | undefined;
  /** What is asked besides tallies; left out: nothing. */
  readonly reportParts?: readonly AskedPart[] | undefined;
  readonly wording?: Wording | undefined;
};

type EntryScreenPlace = {
  readonly code: string;
  readonly name: string;
  readonly units: number;
  readonly due: number;
  readonly received: number;
};

type EntryScreenProps = {
  readonly actor: {
    readonly id: string;
    readonly displayName: string;
    readonly role: Role;
    /** The one that they head. */
    readonly office?: { readonly name: string } | null | undefined;
  };
  readonly campaign: EntryCampaign;
  readonly columns: readonly EntryColumn[];
  readonly day: OpenDay;
  readonly places: readonly EntryScreenPlace[];
  /** The part shown; null: there are no units. */
  readonly place: EntryScreenPlace | typeof everyPlace | null;
  readonly rows: readonly EntryRow[];
  /** As the address names it. */
  readonly kecamatan: string | undefined;
  /** Unit that a plain form has just sent. */
  readonly sentUnit?: string | undefined;
  readonly undoZero: UndoZero;
  /** How the person types. */
  readonly figures: EntryFigures;
  readonly chooseFigures: ChooseFigures;
  /** That the day is closed or open again; takes the place of what is said of past days. */
  readonly dayNotice?: ReactNode;
  /** What came back. */
  readonly notices?: ReactNode;
  /** The same in a few words each. */
  readonly headlines?: readonly string[];
  /** They are unfolded: the person came for them. */
  readonly areNoticesOpen?: boolean;
  /** Other ways to fill the day in, for a PC. */
  readonly otherWays?: ReactNode;
  /** The day as a file, and its paper form; left out without a connection. */
  readonly takeAway?: ReactNode;
  /** Campaigns in which this person has units today, with what is missing; this one among them. */
  readonly campaigns?: readonly CampaignWork[];
  /** ISO, by the server's clock: of when the rows are. */
  readonly drawnAt: string;
  /** A phone: the list at any width, and no grid. */
  readonly isPhone: boolean;
};

/**
 * A day's tallies: a list of cards on a phone, one grid on a PC. Drawn on the server, and on a
 * device without a connection from what it has kept.
 */
export function EntryScreen(whole: EntryScreenProps) {
  const props = { ...whole, ...askedPart(whole.rows, whole.columns) };
  const t = useTranslations("entry");
  const format = formats(useLocale());
  const { actor, campaign, places, place, rows, kecamatan } = props;
  const past = usePastHeadline(props.day);
  const headlines = [
    ...(props.headlines ?? []),
    ...(props.dayNotice === undefined && past !== null ? [past] : []),
  ];
  const { slug } = campaign;
  const { day } = props.day;
  const cardOf = (unit: string) =>
    withQuery(routes.entryOf(unit), { kampanye: slug, hari: day, kecamatan });
  const placeName = actor.office
    ? actor.office.name
    : rows.length === 1 && rows[0]
      ? rows[0].unit.name
      : place === everyPlace || !place
        ? campaign.districtName
        : isUnplaced(place)
          ? place.name
          : t("subdistrict", { name: place.name });
  const cutOff = format.hour(campaign.reportCutOff);
  const shared = {
    context: entryContextOf(actor, campaign, props.day),
    timeZone: campaign.timeZone,
    unitKind: rows.every(({ unit }) => unit.villageKind !== null) ? "village" : "unit",
    restReason: restReasonOf(props.day, campaign.rhythm),
    cardHrefs: Object.fromEntries(rows.map(({ unit }) => [unit.code, cardOf(unit.code)])),
  } as const;
  const sent = rows.find(({ unit }) => unit.code === props.sentUnit);

  return (
    <div className="grid grid-cols-1 gap-x-6 gap-y-2 wide:grid-cols-[1fr_auto] wide:gap-y-1 print:grid-cols-1">
      <h1 className="sr-only print:not-sr-only noscript:not-sr-only desk:not-sr-only desk:text-title desk:font-semibold">
        {t("titleOf", { place: placeName })}
      </h1>
      <div className="contents wide:col-span-2 wide:row-start-3 wide:my-1 print:hidden! desk:grid desk:gap-2 desk:empty:hidden">
        <CampaignStrip campaigns={props.campaigns ?? []} slug={slug} day={day} />
        {rows.length === 0 ? null : (
          <EntryNotices headlines={headlines} isOpen={props.areNoticesOpen ?? false}>
            {props.dayNotice ?? (
              <PastDay
                day={props.day}
                todayHref={withQuery(routes.entry, { kampanye: slug })}
                isBound={!isNeverClosedOut(actor.role)}
              />
            )}
            {props.notices}
          </EntryNotices>
        )}
        {sent ? (
          <Banner kind="success" role="status" title={t("sentNotice", { unit: sent.unit.name })} />
        ) : null}
        {places.length > 1 ? (
          <PlaceChoice
            action={routes.entry}
            day={day}
            slug={slug}
            chosen={place === everyPlace ? everyPlace : (place?.code ?? "")}
            places={places}
          />
        ) : null}
      </div>
      {rows.length === 0 ? (
        <EmptyState title={t("noUnits.title")}>
          {props.day.round.units
            ? t("noUnits.notHeld", { round: props.day.round.number })
            : t("noUnits.text")}
        </EmptyState>
      ) : (
        <>
          <PhoneDay {...props} {...shared} headlines={headlines} placeName={placeName} />
          {props.isPhone ? null : (
            <EntryDesk
              key={`${slug} ${day} ${place === everyPlace ? "" : (place?.code ?? "")}`}
              rows={rows}
              columns={props.columns}
              named={whole.columns}
              {...shared}
              dayName={format.longDay(day)}
              cutOff={`${cutOff} ${timeZoneNames[campaign.timeZone]}`}
              daySwitch={<DaySwitch day={props.day} hrefOf={dayAddress(props)} look="desk" />}
              otherWays={
                <>
                  {props.takeAway}
                  {props.otherWays}
                </>
              }
              undoZero={props.undoZero}
              figures={props.figures}
              chooseFigures={props.chooseFigures}
            />
          )}
        </>
      )}
    </div>
  );
}

/** The list of cards, for a phone, and wherever there are no scripts. */
function PhoneDay(
  props: Omit<EntryScreenProps, "place"> & {
    readonly headlines: readonly string[];
    readonly placeName: string;
    readonly context: EntryContext;
    readonly timeZone: TimeZone;
    readonly unitKind: "village" | "unit";
    readonly restReason: RestReason;
    readonly cardHrefs: Readonly<Record<string, string>>;
  },
) {
  const t = useTranslations("entry");
  const format = formats(useLocale());
  const { campaign, columns, headlines, context, rows, timeZone, unitKind } = props;
  const cutOff = format.hour(campaign.reportCutOff);
  return (
    <div className={clsx(!props.isPhone && "print:hidden noscript:block! desk:hidden")}>
      <DaySwitch
        day={props.day}
        hrefOf={dayAddress(props)}
        look="phone"
        note={t("cutOffNote", { time: cutOff })}
      />
      {headlines.length > 0 ? (
        <a
          href={`#${noticesId}`}
          className="flex min-h-8 items-center justify-center text-center text-note font-medium text-link underline"
        >
          {headlines.join(" · ")}
        </a>
      ) : null}
      {/* Only what they ask for: it is all sent along with the page. */}
      <EntryList
        {...{ rows, columns, context, timeZone, unitKind }}
        placeName={props.placeName}
        cardHrefs={props.cardHrefs}
        restReason={props.restReason}
        drawnAt={props.drawnAt}
      />
      <ListWays
        {...{ rows, columns, context, timeZone, unitKind }}
        dayName={format.longDay(props.day.day)}
        figures={props.figures}
        links={props.takeAway}
      />
      <FiguresSwitch
        figures={props.figures}
        actorId={props.actor.id}
        slug={campaign.slug}
        choose={props.chooseFigures}
        className="mt-4"
      />
    </div>
  );
}

/** The address of another day of the same units. */
function dayAddress({ campaign, kecamatan }: Pick<EntryScreenProps, "campaign" | "kecamatan">) {
  return (hari: string) => withQuery(routes.entry, { kampanye: campaign.slug, hari, kecamatan });
}
