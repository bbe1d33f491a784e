import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";

import { NoCampaign } from "@/components/campaign/no-campaign";
import { CalendarPanel } from "@/components/monitor/completeness/calendar-panel";
import { CompletenessFigures } from "@/components/monitor/completeness/completeness-figures";
import { CompletenessHead } from "@/components/monitor/completeness/completeness-head";
import { ReportsOfDay } from "@/components/monitor/completeness/reports-of-day";
import { WaitingPanel } from "@/components/monitor/completeness/waiting-panel";
import { NotePanel } from "@/components/campaign/day-note/note-panel";
import { ClientMessages } from "@/components/base/layout/client-messages";
import { Banner } from "@/components/base/ui/banner";
import { EmptyState } from "@/components/base/ui/empty-state";
import { authorize } from "@/lib/account/auth/grant";
import { permits } from "@/lib/account/auth/policy";
import { givesNothing } from "@/lib/campaign/campaign";
import { keptUnder } from "@/lib/campaign/unplaced";
import { openCampaign } from "@/lib/campaign/server/current";
import { removeDayNoteAction, saveDayNoteAction } from "@/lib/campaign/day-note/server/actions";
import { noteChoicesOf, notesOf } from "@/lib/campaign/day-note/place";
import { listDayNotes } from "@/lib/campaign/day-note/server/queries";
import { formats } from "@/lib/base/i18n/format";
import { completenessLinks } from "@/lib/monitor/completeness/links";
import { parseCompletenessParams } from "@/lib/monitor/completeness/params";
import { readCompleteness } from "@/lib/monitor/completeness/server/read";
import { regionCode } from "@/lib/base/region/code";
import { env } from "@/lib/base/server/env";
import { remindersOf } from "@/lib/monitor/completeness/reminders";
import { phonesOfSubdistrictHeads } from "@/lib/account/people/server/queries";
import { shareLines } from "@/lib/report/reminder/joined";
import { carriedText, reminderText } from "@/lib/report/reminder/text";
import { routes, withQuery } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { openedDays } from "@/lib/report/verification/server/reopening-queries";

import { Shell } from "../shell";
import { groupingOf } from "../set-grouping";
import { IndicatorsCompletenessPage } from "./indicators-page";
import { notePlaces } from "./note-places";

type Props = {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("completeness");
  return { title: t("title") };
}

/** Who reported when, who did not, and how to remind them. */
export default async function CompletenessPage({ searchParams }: Props) {
  const query = await searchParams;
  const { actor, current } = await openCampaign("completeness:read", query["kampanye"]?.toString());
  const [t, places] = await Promise.all([
    getTranslations("completeness"),
    getTranslations("places"),
  ]);
  if (!current) {
    return (
      <Shell actor={actor} current="completeness">
        <NoCampaign role={actor.role} />
      </Shell>
    );
  }

  const { campaign, grant } = current;
  const at = now();
  const today = localDay(at, campaign.timeZone);
  if (givesNothing(campaign)) return IndicatorsCompletenessPage({ actor, campaign, query, today });
  const params = parseCompletenessParams(query, campaign, today);
  const sets = await groupingOf(params.place, params.setKind);
  const [view, allNotes, opened] = await Promise.all([
    readCompleteness(grant, campaign, params, { today, now: at, sets }),
    listDayNotes(grant, campaign, params.round),
    openedDays(grant, campaign, at),
  ]);
  if (!view) notFound();

  const format = formats(await getLocale());
  const { root } = view;
  const [unit] = root.units;
  const notes =
    isInOne(root) && unit
      ? notesOf(allNotes, regionCode.parse(keptUnder(unit.subdistrictCode, campaign)))
      : allNotes;
  const screen = { campaign, params, view, notes, links: completenessLinks(campaign, params) };
  const empty = campaign.sourceName
    ? // Nobody reported day by day, so a calendar would accuse everyone.
      { title: t("empty.published"), text: t("empty.publishedText") }
    : root.units.length === 0
      ? { title: t("empty.noUnits"), text: t("empty.noUnitsText") }
      : view.calendar.phase === "before"
        ? {
            title: t("empty.before", { date: format.day(view.round.startsOn) }),
            text: t("empty.beforeText", {
              count: format.count(view.total.units),
              noun: places(`nouns.${view.noun}`),
            }),
          }
        : null;
  if (empty) {
    return (
      <Shell actor={actor} current="completeness" campaign={campaign}>
        <EmptyState title={empty.title}>{empty.text}</EmptyState>
      </Shell>
    );
  }

  const reminders = remindersOf({
    view,
    campaign,
    role: actor.role,
    opened,
    address: new URL(
      withQuery(routes.entry, { kampanye: campaign.slug, hari: view.day }),
      env().NEXTAUTH_URL,
    ).href,
  });
  // Numbers are for those who manage people; a camat's reminder goes to many villages anyway.
  const { districtCode } = campaign;
  const phones = permits(actor, "people:manage", districtCode)
    ? await phonesOfSubdistrictHeads(authorize(actor, "people:manage", districtCode), districtCode)
    : null;
  const texts = reminders?.map(({ reminder }) => reminderText(reminder)) ?? [];
  const reminded = reminders?.map(({ place, reminder }, index) => {
    const phone = reminder.to === "subdistrictHead" ? (phones?.get(place.code) ?? null) : null;
    const carried = carriedText(reminder, phone);
    return { place, phone, carried: carried === texts[index] ? null : carried };
  });
  const shared = shareLines(texts);
  const isDrilled = params.place !== null && root.code !== grant.region && root.kind !== "unit";

  return (
    <Shell actor={actor} current="completeness" campaign={campaign} print={{ day: view.day }}>
      <ClientMessages of={["dayNote", "problems"]} isForEntry>
        {params.ignored.length > 0 ? (
          <div className="mb-4">
            <Banner kind="warning" role="status" title={t("ignored")}>
              {params.ignored.map(({ name, value }) => t("ignoredText", { name, value })).join(" ")}
            </Banner>
          </div>
        ) : null}
        <CompletenessHead {...screen} isDrilled={isDrilled} reminders={shared} />
        <CompletenessFigures {...screen} />
        <div className="mt-5 grid items-start gap-5 min-[85rem]:grid-cols-[1fr_23.25rem]">
          <CalendarPanel {...screen} />
          <div className="grid min-w-0 gap-5">
            {reminded ? <WaitingPanel {...screen} reminded={reminded} texts={shared} /> : null}
            <NotePanel
              actorId={actor.id}
              slug={campaign.slug}
              day={view.day}
              isToday={view.isToday}
              notes={notes.filter(({ day }) => day === view.day)}
              places={notePlaces(view, { campaign, region: grant.region })}
              place={root.kind === "set" ? campaign.districtCode : keptUnder(root.code, campaign)}
              kinds={noteChoicesOf(actor, grant.region)}
              save={saveDayNoteAction}
              remove={removeDayNoteAction}
            />
            {root.kind === "district" && root.rowsAre !== "unit" ? null : (
              <ReportsOfDay {...screen} />
            )}
          </div>
        </div>
      </ClientMessages>
    </Shell>
  );
}

/** Whether all of its units lie in one kecamatan. */
function isInOne({
  kind,
}: {
  readonly kind: "district" | "subdistrict" | "set" | "unit";
}): boolean {
  return kind === "subdistrict" || kind === "unit";
}
