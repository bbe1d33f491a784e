import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Panel } from "@/components/base/ui/panel";
import { formats } from "@/lib/base/i18n/format";
import { type SharedLines, separateTexts } from "@/lib/report/reminder/joined";
import type { WaitingPlace } from "@/lib/monitor/completeness/view";

import type { CompletenessProps } from "./completeness-props";
import { WaitingLines } from "./waiting-lines";

/** Names that stand in the list before the rest is counted. */
const maxNamed = 4;

/** A place that is awaited, and how a reminder reaches it. */
type Reminded = {
  readonly place: WaitingPlace;
  /** As a link carries it, where that is not the whole text. */
  readonly carried: string | null;
  readonly phone: string | null;
};

/** Where reports of the day are missing, most first, each with its reminder. */
export function WaitingPanel({
  params,
  view,
  links,
  reminded,
  texts,
}: CompletenessProps & {
  readonly reminded: readonly Reminded[];
  /** The reminder of each. */
  readonly texts: SharedLines;
}) {
  const t = useTranslations("completeness.waiting");
  const words = useTranslations("places.nouns");
  const counted = useTranslations("places.counted");
  const format = formats(useLocale());
  const { noun, onDay } = view;
  const day = format.monthDay(view.day);
  const sentenceOf = useSentence(words(noun));
  const [first] = reminded;
  const [firstText] = separateTexts(texts);
  const title =
    onDay.expected === 0 || onDay.missing === 0
      ? view.isToday
        ? t("noneToday")
        : t("noneDay", { day })
      : view.isToday
        ? t("titleToday", {
            count: format.count(onDay.missing),
            noun: counted(noun, { count: onDay.missing }),
          })
        : t("titleDay", {
            day,
            count: format.count(onDay.missing),
            noun: counted(noun, { count: onDay.missing }),
          });
  if (onDay.expected === 0) return <Panel title={t("notExpected", { day })}>{null}</Panel>;

  return (
    <Panel
      title={title}
      note={
        view.root.rowsAre !== "unit" && reminded.length > 0
          ? t("note", { count: reminded.length })
          : undefined
      }
    >
      <WaitingLines
        lines={reminded.map(({ place, phone, carried }) => ({
          code: place.code,
          name: place.name,
          sentence: sentenceOf(place),
          phone,
          carried,
        }))}
        texts={texts}
        isShowingAll={params.isShowingAll}
        moreHref={links.to({ isShowingAll: true })}
        words={{
          copy: t("copy"),
          copyOf: t("copyOf", { place: "{place}" }),
          copied: t("copied"),
          failed: t("failed"),
          whatsApp: t("whatsApp"),
          whatsAppOf: t("whatsAppOf", { place: "{place}" }),
          more: t("showMore", { count: "{count}" }),
        }}
      />
      {first && firstText !== undefined ? (
        <>
          <h3 className="mt-4 text-dense font-semibold">
            {t("text", { place: first.place.name })}
          </h3>
          <ReminderText text={firstText} />
          <p className="mt-2 text-axis text-ink3">{t("notSent")}</p>
        </>
      ) : null}
    </Panel>
  );
}

/** "13 dari 20 desa: Bendungan, Cibaturkeusik, Gunungsari, Jalupanggirang, dan 9 lagi" */
function useSentence(noun: string) {
  const t = useTranslations("completeness.waiting");
  const format = formats(useLocale());

  return ({ missing, units, hasNeverReported }: WaitingPlace): ReactNode => {
    const named = missing.slice(0, maxNamed);
    const rest = missing.length - named.length;
    const values = {
      missing: format.count(missing.length),
      units: format.count(units),
      noun,
      b: (chunks: ReactNode) => <b>{chunks}</b>,
    };
    return hasNeverReported
      ? t.rich("never", values)
      : t.rich("line", {
          ...values,
          names:
            rest > 0
              ? t("more", { names: named.join(", "), count: format.count(rest) })
              : format.list(named),
        });
  };
}

function ReminderText({ text }: { readonly text: string }) {
  return (
    <p
      lang="id"
      className="mt-1 rounded-control bg-sunken p-3 text-note wrap-anywhere whitespace-pre-line text-ink2"
    >
      {text}
    </p>
  );
}
