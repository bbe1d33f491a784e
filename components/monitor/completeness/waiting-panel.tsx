import { useLocale, useTranslations } from "next-intl";

import { buttonClass } from "@/components/base/ui/button";
import { Panel } from "@/components/base/ui/panel";
import { formats } from "@/lib/base/i18n/format";
import type { WaitingPlace } from "@/lib/monitor/completeness/view";

import type { CompletenessProps } from "./completeness-props";
import { CopyText } from "./copy-text";

/** Names that stand in the list before the rest is counted. */
const mostNamed = 4;

/** A place that is awaited, with the text that reminds of it and the link that opens it in WhatsApp. */
export type Reminded = {
  readonly place: WaitingPlace;
  readonly text: string;
  readonly link: string;
};

/** Where reports of the day are missing, most first, each with its reminder. */
export function WaitingPanel({
  view,
  reminded,
}: CompletenessProps & { readonly reminded: readonly Reminded[] }) {
  const t = useTranslations("completeness.waiting");
  const words = useTranslations("completeness.nouns");
  const format = formats(useLocale());
  const { noun, onDay } = view;
  const day = format.monthDay(view.day);
  const [first] = reminded;
  const title =
    onDay.expected === 0 || onDay.missing === 0
      ? view.isToday
        ? t("noneToday")
        : t("noneDay", { day })
      : view.isToday
        ? t("titleToday", { count: format.count(onDay.missing), noun: words(noun) })
        : t("titleDay", { day, count: format.count(onDay.missing), noun: words(noun) });
  if (onDay.expected === 0) return <Panel title={t("notExpected", { day })}>{null}</Panel>;

  return (
    <Panel
      title={title}
      note={
        view.root.rowsAre === "subdistrict" && reminded.length > 0
          ? t("note", { count: reminded.length })
          : undefined
      }
    >
      <ul className="mt-2">
        {reminded.map((each) => (
          <WaitingLine key={each.place.code} {...each} noun={words(noun)} />
        ))}
      </ul>
      {first ? (
        <>
          <h3 className="mt-4 text-dense font-semibold">
            {t("text", { place: first.place.name })}
          </h3>
          <ReminderText text={first.text} />
          <p className="mt-2 text-axis text-ink3">{t("notSent")}</p>
        </>
      ) : null}
    </Panel>
  );
}

function WaitingLine({ place, link, noun }: Reminded & { readonly noun: string }) {
  const t = useTranslations("completeness.waiting");
  const format = formats(useLocale());
  const { missing, units, name } = place;
  const named = missing.slice(0, mostNamed);
  const rest = missing.length - named.length;
  const values = {
    missing: format.count(missing.length),
    units: format.count(units),
    noun,
    b: (chunks: React.ReactNode) => <b className="font-semibold text-ink">{chunks}</b>,
  };

  return (
    <li className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1 border-t border-line py-2.5 print:break-inside-avoid">
      <span className="text-dense font-semibold">{name}</span>
      <span className="flex flex-wrap gap-1.5 max-tablet:order-last max-tablet:mt-1 max-tablet:w-full print:hidden">
        <CopyText
          text={{ of: linkId(place) }}
          label={t("copy")}
          name={t("copyOf", { place: name })}
          copied={t("copied")}
          failed={t("failed")}
          look={{ size: "small", className: "px-2.5 max-tablet:min-h-11 max-tablet:grow" }}
        />
        <a
          id={linkId(place)}
          href={link}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={t("whatsAppOf", { place: name })}
          className={`${buttonClass({ size: "small" })} max-tablet:min-h-11 max-tablet:grow`}
        >
          {t("whatsApp")}
        </a>
      </span>
      <p className="w-full text-note text-ink2">
        {place.hasNeverReported
          ? t.rich("never", values)
          : t.rich("line", {
              ...values,
              names:
                rest > 0
                  ? t("more", { names: named.join(", "), count: format.count(rest) })
                  : format.list(named),
            })}
      </p>
    </li>
  );
}

/** The link has the text that is copied, so that it is sent once. */
function linkId({ code }: WaitingPlace): string {
  return `pengingat-${code}`;
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
