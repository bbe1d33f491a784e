import { ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import type { FormAction } from "@/components/base/register/form-outcome";
import { TextField } from "@/components/base/ui/field";
import { Panel } from "@/components/base/ui/panel";
import type { Campaign } from "@/lib/campaign/campaign";
import { whyNotAdded } from "@/lib/campaign/figure";
import { formats } from "@/lib/base/i18n/format";
import type { NamedPlace } from "@/lib/monitor/quality/finding";
import type { RemovedTotal, StatedTotal } from "@/lib/monitor/quality/total-rules";

import type { ProblemTexts } from "./explain-form";
import { PressForm } from "./press-form";
import { totalsAnchor } from "./remedy-address";
import { StatedTotalForm } from "./stated-total-form";

type Props = {
  readonly campaign: Pick<
    Campaign,
    | "slug"
    | "districtCode"
    | "districtName"
    | "interventions"
    | "startsOn"
    | "endsOn"
    | "isArchived"
  >;
  readonly totals: readonly StatedTotal[];
  readonly subdistricts: readonly NamedPlace[];
  readonly add: FormAction;
  readonly remove: FormAction;
  /** Those taken away in the last day, and what puts one back. */
  readonly removed: readonly RemovedTotal[];
  readonly restore: FormAction;
  readonly problems: ProblemTexts;
  readonly actorId: string;
};

/** Totals that somebody announced beside what the reports add up to, and a form for one more. */
export function StatedTotals(props: Props) {
  const t = useTranslations("quality.totals");
  const { totals, campaign } = props;
  const { isArchived } = campaign;

  return (
    <div id={totalsAnchor} className="scroll-mt-16">
      <Panel title={t("title")} note={t("note")}>
        {totals.length === 0 ? <p className="mt-2 text-dense text-ink2">{t("none")}</p> : null}
        <ul className="mt-2">
          {totals.map((total) => (
            <TotalItem key={total.id} {...props} total={total} />
          ))}
        </ul>
        {props.removed.length > 0 && !isArchived ? <RemovedTotals {...props} /> : null}
        {isArchived ? null : <AddTotal {...props} />}
      </Panel>
    </div>
  );
}

function TotalItem(props: Props & { readonly total: StatedTotal }) {
  const t = useTranslations("quality.totals");
  const f = formats(useLocale());
  const { campaign, total } = props;
  const sum = total.parts.reduce((all, { doses }) => all + doses, 0);
  const place = total.place?.name ?? campaign.districtName;
  const what = `${shortName(campaign, total.intervention)} ${place}`;
  const day = f.shortDay(total.day);
  return (
    <li className="border-t border-line py-2 text-dense">
      <div className="flex items-start justify-between gap-3">
        <p className="min-w-0">
          <span className="font-semibold">{what}</span>{" "}
          <span className="text-ink2">
            {total.isCumulative ? t("cumulativeTo", { day }) : t("onDay", { day })}
          </span>
          <span className="block text-note break-words text-ink3">{total.source}</span>
        </p>
      </div>
      <dl className="mt-1 grid grid-cols-3 gap-2">
        {[
          { label: t("stated"), value: f.count(total.doses) },
          { label: t("reports"), value: f.count(sum) },
          {
            label: t("difference"),
            value: sum === total.doses ? t("agrees") : f.signed(sum - total.doses),
          },
        ].map(({ label, value }) => (
          <div key={label}>
            <dt className="text-note text-ink3">{label}</dt>
            <dd className="font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      {campaign.isArchived ? null : <RemoveTotal {...props} {...{ sum, what }} />}
    </li>
  );
}

function RemoveTotal(
  props: Props & { readonly total: StatedTotal; readonly sum: number; readonly what: string },
) {
  const t = useTranslations("quality.totals");
  const f = formats(useLocale());
  const { campaign, total, sum, what } = props;
  return (
    <details className="mt-1 print:hidden">
      <summary
        aria-label={t("removeOf", { what })}
        className="inline-flex min-h-11 items-center text-link underline tablet:min-h-8"
      >
        {t("remove")}
      </summary>
      <p className="mt-1 text-ink2">
        {sum === total.doses
          ? t("removeAgrees")
          : t("removeDiffers", { difference: f.signed(sum - total.doses) })}
      </p>
      <PressForm
        sent={{ kampanye: campaign.slug, id: total.id }}
        action={props.remove}
        problems={props.problems}
        texts={{
          press: t("removeYes"),
          pressing: t("removeYes"),
          label: t("removeYesOf", { what }),
        }}
      >
        <TextField
          id={`alasan-${total.id}`}
          name="reason"
          label={t("removeReason")}
          required
          maxLength={300}
          className="my-2"
        />
      </PressForm>
    </details>
  );
}

function RemovedTotals(props: Props) {
  const t = useTranslations("quality.totals");
  const f = formats(useLocale());
  const { campaign } = props;
  return (
    <ul className="border-t border-line py-2 text-dense text-ink2 print:hidden">
      {props.removed.map(({ id, intervention, placeName, day, doses }) => {
        const what = `${shortName(campaign, intervention)} ${placeName}`;
        return (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1">
            <span>{t("removed", { what, doses: f.count(doses), day: f.shortDay(day) })}</span>
            <PressForm
              sent={{ kampanye: campaign.slug, id }}
              action={props.restore}
              problems={props.problems}
              texts={{
                press: t("restore"),
                pressing: t("restore"),
                label: t("restoreOf", { what }),
              }}
            />
          </li>
        );
      })}
    </ul>
  );
}

function AddTotal({ campaign, ...props }: Props) {
  const t = useTranslations("quality.totals");
  const draft = useTranslations("draft");
  const locale = useLocale();
  return (
    <details className="group border-t border-line print:hidden">
      <summary className="flex min-h-11 items-center gap-1 text-dense font-medium text-link">
        <ChevronRight aria-hidden className="size-4 group-open:rotate-90" />
        {t("add")}
      </summary>
      <StatedTotalForm
        slug={campaign.slug}
        places={[
          { code: campaign.districtCode, name: campaign.districtName },
          ...props.subdistricts,
        ]}
        interventions={campaign.interventions
          .filter((each) => whyNotAdded(each) === null)
          .map(({ code, shortName: name }) => ({
            code,
            name,
          }))}
        days={{ first: campaign.startsOn, last: campaign.endsOn }}
        save={props.add}
        problems={props.problems}
        locale={locale}
        kept={{
          name: `${props.actorId}/mutu/${campaign.slug}/total`,
          texts: { restored: draft("restored"), discard: draft("discard") },
        }}
        texts={{
          place: t("place"),
          intervention: t("intervention"),
          day: t("day"),
          span: t("span"),
          cumulative: t("cumulative"),
          oneDay: t("oneDay"),
          doses: t("doses"),
          dosesHint: t("dosesHint"),
          source: t("source"),
          sourceHint: t("sourceHint"),
          save: t("save"),
          saving: t("saving"),
          saved: t("saved"),
        }}
      />
    </details>
  );
}

function shortName({ interventions }: Props["campaign"], code: string): string {
  return interventions.find((each) => each.code === code)?.shortName ?? code;
}
