import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/base/layout/client-messages";
import { LandscapePaper } from "@/components/base/ui/landscape-paper";
import { RemoveDirective } from "@/components/directive/draft-end";
import { IssuedHead } from "@/components/directive/issued-head";
import { LateList } from "@/components/directive/late-list";
import { MeetingHeadline } from "@/components/directive/meeting-headline";
import { ReviewDay } from "@/components/directive/review-day";
import { SaidList } from "@/components/directive/said-list";
import { StageList } from "@/components/directive/stage-list";
import { authorize, type Grant } from "@/lib/account/auth/grant";
import type { Actor } from "@/lib/account/auth/policy";
import { catalogues } from "@/lib/base/i18n/messages";
import { routes } from "@/lib/base/routes";
import { env } from "@/lib/base/server/env";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import type { AnsweredFollowUp } from "@/lib/directive/answered";
import { matrixOf, oldestLate } from "@/lib/directive/matrix";
import { meetingSentence } from "@/lib/directive/meeting-sentence";
import { lateReminder } from "@/lib/directive/reminder";
import { removeDirectiveAction, setReviewDayAction } from "@/lib/directive/server/actions";
import type { WholeDirective } from "@/lib/directive/server/directive-queries";
import { listFollowUps } from "@/lib/directive/server/follow-up-queries";
import { readFigures } from "@/lib/directive/server/frozen-queries";
import { readSaidShort, wholeList } from "@/lib/directive/server/said-queries";

import { IssuedTable } from "./issued-table";
import { ThenNow } from "./then-now";
import { shownDay, type IssuedQuery } from "./issued-query";

/** Orders beyond which a sheet of paper is turned. */
const maxUpright = 5;

/** What was issued: how far it is, who is late, and what is said without being so. */
export async function IssuedPage(props: {
  readonly actor: Actor;
  readonly grant: Grant<"directive:manage">;
  readonly campaign: Campaign;
  readonly found: WholeDirective;
  readonly today: CalendarDay;
  readonly query: IssuedQuery;
}) {
  const { actor, grant, campaign, found, today, query } = props;
  const { directive, frozen, orders, addressees } = found;
  const { slug } = campaign;
  const read = authorize(actor, "coverage:read", campaign.districtCode);
  const matrix = matrixOf(found);
  const key = { district: campaign.districtCode, id: directive.id };
  const day = frozen && shownDay(directive, frozen, today, query);
  const [said, late, figures, t] = await Promise.all([
    readSaidShort({ manage: grant, read }, campaign, found, today),
    matrix.all.late === 0
      ? []
      : listFollowUps(grant, key, { part: "late" }, { today, page: 1, perPage: wholeList }),
    day ? readFigures(read, campaign, today, day) : null,
    getTranslations("directives"),
  ]);
  const sentence =
    directive.kind === "meeting" && frozen && figures ? meetingSentence(frozen, figures) : null;
  const isAnswered = matrix.all.done + matrix.all.doing + matrix.all.cannot > 0;
  return (
    <div className="grid gap-4">
      {orders.length > maxUpright ? <LandscapePaper /> : null}
      <IssuedHead
        slug={slug}
        directive={directive}
        orders={orders.length}
        addressees={addressees.length}
        progress={matrix.all}
        today={today}
        reminder={reminderOf(props, late)}
        headline={sentence && <MeetingHeadline campaign={campaign} said={sentence} />}
      />
      {frozen && figures ? (
        <ThenNow {...{ campaign, directive, frozen, figures, today, query }} />
      ) : null}
      <div className="grid items-start gap-4 min-[85rem]:grid-cols-[1fr_20rem]">
        <IssuedTable {...{ grant, read, campaign, found, matrix, late, today, query }} />
        <div className="grid min-w-0 gap-4">
          {directive.kind === "meeting" && frozen && figures ? (
            <StageList campaign={campaign} before={frozen.stages} after={figures.stages} />
          ) : null}
          <SaidList campaign={campaign} said={said} today={today} />
          <LateList slug={slug} id={directive.id} late={oldestLate(found, today)} today={today} />
          <ClientMessages of={["directives", "problems", "register"]}>
            <ReviewDay slug={slug} directive={directive} today={today} set={setReviewDayAction} />
            {isAnswered ? null : (
              <RemoveDirective
                sent={{ kampanye: slug, id: directive.id }}
                title={directive.title}
                action={removeDirectiveAction}
              />
            )}
          </ClientMessages>
        </div>
      </div>
      {directive.kind === "meeting" ? (
        <p className="max-w-200 text-note text-ink3">{t("noNames")}</p>
      ) : null}
    </div>
  );
}

/** For all that are late, in Indonesian whoever copies it; null: nobody is. */
function reminderOf(
  props: {
    readonly actor: Actor;
    readonly campaign: Campaign;
    readonly found: WholeDirective;
    readonly today: CalendarDay;
  },
  late: readonly AnsweredFollowUp[],
): string | null {
  const { actor, campaign, found, today } = props;
  const { directive } = found;
  const { id } = catalogues;
  if (late.length === 0) return null;
  return lateReminder(
    {
      isSample: campaign.isSample || directive.isSample,
      name: [id.followUps.kinds[directive.kind], directive.number].filter(Boolean).join(" "),
      title: directive.title,
      address: new URL(routes.ownFollowUps, env().NEXTAUTH_URL).href,
      from: `${id.common.roles[actor.role]} ${campaign.districtName}`,
    },
    found,
    late,
    today,
  );
}
