import { useLocale, useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { formats } from "@/lib/base/i18n/format";
import type { Summary } from "@/lib/monitor/summary/summary";
import type { SummaryPart } from "@/lib/monitor/summary/part";

import { unitWord } from "./place-word";

const maxShown = 8;
const maxSilent = 5;

/** Where reports of today are missing, most first, and who has never sent one. */
export function WaitingReports(props: { readonly summary: Summary }) {
  const t = useTranslations("summary.waiting");
  const words = useTranslations("places.counted");
  const { summary } = props;
  const waiting = summary.reports?.waiting ?? [];
  const shown = waiting.slice(0, maxShown);
  const more = waiting.slice(maxShown);

  return (
    <section aria-labelledby="laporan-ditunggu" className="min-w-0">
      <h2 id="laporan-ditunggu" className="text-section font-semibold">
        {t("title")}
      </h2>
      {waiting.length === 0 ? <p className="mt-2 text-dense text-ink2">{t("none")}</p> : null}
      {shown.length > 0 ? <WaitingRows parts={shown} summary={summary} /> : null}
      {more.length > 0 ? (
        <details>
          <summary className="inline-flex min-h-9 items-center text-dense text-link underline">
            {t("more", {
              count: more.length,
              places: words(summary.partKind === "unit" ? unitWord(summary) : "subdistrict", {
                count: more.length,
              }),
            })}
          </summary>
          <WaitingRows parts={more} summary={summary} />
        </details>
      ) : null}
      <SilentParts summary={summary} />
    </section>
  );
}

function WaitingRows(props: { readonly parts: readonly SummaryPart[]; readonly summary: Summary }) {
  const t = useTranslations("summary.waiting");
  const words = useTranslations("places.counted");
  const isByUnit = props.summary.partKind === "unit";
  const word = unitWord(props.summary);
  return (
    <ul className="reports-of-parts">
      {props.parts.map((part) => {
        const { received, expected } = part.today ?? { received: 0, expected: 0 };
        const missing = expected - received;
        return (
          <li key={part.code}>
            <span>{part.name}</span>
            {isByUnit ? (
              <span className="none">{t(part.assessment.hasReported ? "notYet" : "never")}</span>
            ) : (
              <>
                <svg
                  role="img"
                  aria-label={t("bar", { missing, expected })}
                  width="100%"
                  height="8"
                >
                  <rect width="100%" height="8" rx="2" className="fill-sunken" />
                  <rect
                    width={`${String(Math.round((missing / Math.max(expected, 1)) * 1000) / 10)}%`}
                    height="8"
                    rx="2"
                    className="fill-ink2"
                  />
                </svg>
                <span>
                  {t.rich("awaited", {
                    missing,
                    expected,
                    places: words(word, { count: expected }),
                    b: (chunks) => <b>{chunks}</b>,
                  })}
                </span>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** A place without any report is not behind, it is unknown; its children still count. */
function SilentParts({ summary }: { readonly summary: Summary }) {
  const t = useSentences("summary.waiting", summary.chosen.wording);
  const format = formats(useLocale());
  const { silent, parts } = summary;
  if (silent.length === 0 || silent.length === parts.length || silent.length > maxSilent) {
    return null;
  }
  const people = silent.reduce(
    (sum, { assessment }) => sum + (assessment.targetPopulation ?? 0),
    0,
  );
  return (
    <p className="mt-3 text-axis text-ink2">
      {t("silent", {
        names: format.list(silent.map(({ name }) => name)),
        people: format.count(people),
        name: summary.chosen.shortName,
      })}
    </p>
  );
}
