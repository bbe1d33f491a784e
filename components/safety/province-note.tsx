import { useLocale, useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { CopyText } from "@/components/monitor/completeness/copy-text";
import { formats } from "@/lib/base/i18n/format";
import type { Campaign } from "@/lib/campaign/campaign";
import type { AdverseEvent } from "@/lib/safety/adverse-event";
import { deadlineWords } from "@/lib/safety/deadline-words";
import { provinceNote } from "@/lib/safety/province-note";
import { isPointedOut, ratePer10000, severalEvents, type BatchCount } from "@/lib/safety/rate";

import { givenNames, nameOfGroup, useClassOf, useMoment } from "./event-words";

/** A short text for the province, to copy by a button, or by hand where there are no scripts. */
export function ProvinceNote(props: {
  readonly campaign: Campaign;
  readonly counts: {
    readonly events: number;
    readonly serious: number;
    readonly batches: readonly BatchCount[];
  };
  readonly given: number;
  /** The serious ones. */
  readonly events: readonly AdverseEvent[];
  readonly at: Date;
}) {
  const { campaign, counts, given, at } = props;
  const t = useSentences("adverseEvents.provinceNote", campaign.wording);
  const words = useTranslations("adverseEvents.deadline");
  const states = useTranslations("adverseEventForm.states");
  const f = formats(useLocale());
  const classOf = useClassOf();
  const momentOf = useMoment(campaign.timeZone);
  const rate = ratePer10000({ events: counts.events, given });
  const moment = momentOf(at);
  const several = counts.batches.filter(isPointedOut);
  const isSample = campaign.isSample || props.events.some((event) => event.isSample);
  const text = provinceNote(props.events, at, {
    head: [
      t("title", { campaign: campaign.name, district: campaign.districtName, ...moment }),
      ...(isSample ? [t("sample")] : []),
      t(rate === null ? "countsAlone" : "counts", {
        ...{ events: counts.events, serious: counts.serious, given },
        rate: rate === null ? "" : f.tenths(rate).replace("%", ""),
      }),
      ...(several.length === 0
        ? []
        : [
            t("batches", {
              several: severalEvents,
              list: several.map((each) => `${each.batch} (${String(each.events)})`).join(", "),
            }),
          ]),
    ],
    event: (event, deadline) =>
      [
        t("where", { place: event.subdistrictName, ...momentOf(event.foundAt) }),
        givenNames(campaign, event.interventions),
        event.batch === "" ? t("noBatch") : t("batch", { batch: event.batch }),
        nameOfGroup(campaign, event.targetGroup),
        classOf(event).criteria,
        states(event.state),
        t(`province.${deadline.state}`, { time: deadlineWords(words, deadline) }),
      ]
        .filter(Boolean)
        .join("; "),
    more: (count) => t("more", { count }),
    foot: t("foot"),
  });
  return (
    <section aria-label={t("label")} className="grid gap-1 print:hidden">
      <CopyText
        text={text}
        label={t("copy")}
        copied={t("copied")}
        failed={t("byHand")}
        look={{ size: "phone", className: "w-full" }}
      />
      <details>
        <summary className="flex min-h-11 items-center text-dense text-link">{t("show")}</summary>
        <pre className="rounded-control border border-line bg-sunken p-2 font-sans text-note wrap-anywhere whitespace-pre-wrap select-all">
          {text}
        </pre>
      </details>
    </section>
  );
}
