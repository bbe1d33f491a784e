import { useTranslations } from "next-intl";

import { ClientMessages } from "@/components/base/layout/client-messages";
import { CorrectTarget } from "@/components/campaign/target-population/correct-target";
import { WithdrawTarget } from "@/components/campaign/target-population/withdraw-target";
import { correctionAnchor, routes, withQuery } from "@/lib/base/routes";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import { columnKeyOf, placeColumnKeyOf } from "@/lib/campaign/column-key";
import {
  correctTargetAction,
  withdrawTargetAction,
} from "@/lib/campaign/target-population/server/correct-actions";

import type { correctionOf } from "./correction";

/** The number that the address asks for: to be corrected or, of a larger place, withdrawn. */
export function OneNumber(props: {
  readonly campaign: Campaign;
  readonly correcting: NonNullable<Awaited<ReturnType<typeof correctionOf>>>;
  readonly query: Readonly<Record<string, string | string[] | undefined>>;
  readonly today: CalendarDay;
  readonly backHref: string;
  readonly keptName: string;
}) {
  const draft = useTranslations("draft");
  const { campaign, query, today, backHref } = props;
  const { parts, ...correcting } = props.correcting;
  const isWithdrawn = parts !== null && query["cabut"] === "1";
  const { unit, box, round } = correcting;
  const key = placeColumnKeyOf(unit.code, columnKeyOf(box), round);
  const name = `${props.keptName}/${key}/${correcting.source}`;
  const texts = { restored: draft("restored"), discard: draft("discard") };
  const withdrawHref = withQuery(routes.targets, {
    kampanye: campaign.slug,
    putaran: campaign.rounds.length > 1 ? round : null,
    ubah: unit.code,
    kolom: columnKeyOf(box),
    cabut: 1,
  });
  return (
    <ClientMessages of={["targets", "common", "problems"]}>
      {isWithdrawn ? (
        <WithdrawTarget
          {...{ ...correcting, today, backHref }}
          units={parts}
          action={withdrawTargetAction}
          kept={{ name: `${name}/cabut`, texts }}
        />
      ) : (
        <CorrectTarget
          {...{ ...correcting, today, backHref }}
          withdrawHref={parts === null ? null : `${withdrawHref}#${correctionAnchor}`}
          action={correctTargetAction}
          kept={{ name, texts }}
        />
      )}
    </ClientMessages>
  );
}
