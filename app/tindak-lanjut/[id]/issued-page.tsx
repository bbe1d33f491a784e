import { ClientMessages } from "@/components/base/layout/client-messages";
import { LandscapePaper } from "@/components/base/ui/landscape-paper";
import { RemoveDirective } from "@/components/directive/draft-end";
import { IssuedHead } from "@/components/directive/issued-head";
import { LateList } from "@/components/directive/late-list";
import { OrderMatrix } from "@/components/directive/order-matrix";
import { ReviewDay } from "@/components/directive/review-day";
import { SaidList } from "@/components/directive/said-list";
import { ThenNowStrip } from "@/components/directive/then-now-strip";
import { authorize, type Grant } from "@/lib/account/auth/grant";
import type { Actor } from "@/lib/account/auth/policy";
import { catalogues } from "@/lib/base/i18n/messages";
import { routes } from "@/lib/base/routes";
import { env } from "@/lib/base/server/env";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import { matrixOf, oldestLate } from "@/lib/directive/matrix";
import { lateReminder } from "@/lib/directive/reminder";
import { removeDirectiveAction, setReviewDayAction } from "@/lib/directive/server/actions";
import { readFigures } from "@/lib/directive/server/frozen-queries";
import { type WholeDirective } from "@/lib/directive/server/directive-queries";
import { listFollowUps } from "@/lib/directive/server/follow-up-queries";
import { readSaidShort, wholeList } from "@/lib/directive/server/said-queries";

/** Orders beyond which a sheet of paper is turned. */
const maxUpright = 5;

/** What was issued: how far it is, who is late, and what is said without being so. */
export async function IssuedPage(props: {
  readonly actor: Actor;
  readonly grant: Grant<"directive:manage">;
  readonly campaign: Campaign;
  readonly found: WholeDirective;
  readonly today: CalendarDay;
}) {
  const { actor, grant, campaign, found, today } = props;
  const { directive, frozen, orders, addressees } = found;
  const { slug } = campaign;
  const read = authorize(actor, "coverage:read", campaign.districtCode);
  const matrix = matrixOf(found);
  const key = { district: campaign.districtCode, id: directive.id };
  const [said, late, figures] = await Promise.all([
    readSaidShort({ manage: grant, read }, campaign, found, today),
    matrix.all.late === 0
      ? []
      : listFollowUps(grant, key, { part: "late" }, { today, page: 1, perPage: wholeList }),
    frozen ? readFigures(read, campaign, today) : null,
  ]);
  const id = catalogues.id;
  const reminder =
    late.length === 0
      ? null
      : lateReminder(
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
        reminder={reminder}
      />
      {frozen && figures ? (
        <ThenNowStrip campaign={campaign} kind={directive.kind} before={frozen} after={figures} />
      ) : null}
      <div className="grid items-start gap-4 min-[85rem]:grid-cols-[1fr_20rem]">
        <OrderMatrix
          slug={slug}
          directive={directive}
          orders={orders}
          matrix={matrix}
          today={today}
        />
        <div className="grid min-w-0 gap-4">
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
    </div>
  );
}
