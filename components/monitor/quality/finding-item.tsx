import { ArrowRight, CircleCheck, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";

import type { FormAction } from "@/components/base/register/form-outcome";
import { buttonClass } from "@/components/base/ui/button";
import { formats } from "@/lib/base/i18n/format";
import type { ReviewedFinding } from "@/lib/monitor/quality/server/review";
import { localDay, type TimeZone } from "@/lib/base/time/time-zone";

import { ExplainForm, type ProblemTexts } from "./explain-form";
import { keyedRows, useFindingWords } from "./finding-words";
import { PressForm } from "./press-form";
import { remedyAddress } from "./remedy-address";

export type FindingContext = {
  readonly actorId: string;
  readonly campaign: Parameters<typeof useFindingWords>[0] & {
    readonly slug: string;
    readonly timeZone: TimeZone;
    readonly isArchived: boolean;
  };
  readonly explain: FormAction;
  readonly withdraw: FormAction;
  readonly problems: ProblemTexts;
  /** Opens WhatsApp with the finding; null: it is nobody else's to put right. */
  readonly tell: (finding: ReviewedFinding) => string | null;
};

/** Of every form of a page: one object, so that it is sent once. */
export type FormTexts = {
  readonly explain: ComponentProps<typeof ExplainForm>["texts"];
  readonly kept: ComponentProps<typeof ExplainForm>["kept"]["texts"];
};

/** Put right where reports are filled in, which a campaign that is put away takes none of. */
const entered: ReadonlySet<ReviewedFinding["remedy"]["kind"]> = new Set([
  "report",
  "day",
  "tallyImport",
]);

/** Drawings that each finding refers to. */
const icons = { correct: "ikon-panah", unfold: "ikon-buka" } as const;

/** Once on a page with findings. */
export function FindingIcons() {
  return (
    <svg aria-hidden width="0" height="0" className="absolute">
      <symbol id={icons.correct} viewBox="0 0 24 24">
        <ArrowRight />
      </symbol>
      <symbol id={icons.unfold} viewBox="0 0 24 24">
        <ChevronRight />
      </symbol>
    </svg>
  );
}

function Icon(props: { readonly of: keyof typeof icons }) {
  return (
    <svg aria-hidden>
      <use href={`#${icons[props.of]}`} />
    </svg>
  );
}

/** One finding: where and when, its numbers, who should act, where to correct it, or why it is right. */
export function FindingItem({
  finding,
  context,
  texts,
}: {
  readonly finding: ReviewedFinding;
  readonly context: FindingContext;
  readonly texts: FormTexts;
}) {
  const t = useTranslations("quality");
  const f = formats(useLocale());
  const words = useFindingWords(context.campaign);
  const { rule, subject, facts, place, subdistrict, day } = finding;
  const { isArchived } = context.campaign;
  const name = words.place(finding);
  const tellHref = context.tell(finding);
  const where = subdistrict && subdistrict.code !== place?.code ? subdistrict.name : null;

  return (
    <li className="finding">
      <div>
        <h4>
          <b>{name}</b>
          {where ? <span>, {where}</span> : null}
          {day ? <span> · {f.weekdayDay(day)}</span> : null}
        </h4>
        <ul>
          {keyedRows(finding).map(({ key, row }) => {
            const column = words.column(row);
            return (
              <li key={key}>
                {column ? <b>{column}: </b> : null}
                {words.row(row)}
              </li>
            );
          })}
        </ul>
        <FindingNote finding={finding} context={context} />
      </div>
      <div>
        {tellHref && !finding.isExplained && !isArchived ? (
          <a
            href={tellHref}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={t("list.tellOf", { place: name, subdistrict: subdistrict?.name ?? "" })}
            className={buttonClass({ size: "small" })}
          >
            {t(`figures.${finding.resolver}`)}
          </a>
        ) : (
          <span>{t(`figures.${finding.resolver}`)}</span>
        )}
        {isArchived && entered.has(finding.remedy.kind) ? null : (
          <Link href={remedyAddress(context.campaign.slug, finding.remedy)} prefetch={false}>
            {t(`remedies.${finding.remedy.kind}`)}
            <span className="sr-only">: {name}</span>
            <Icon of="correct" />
          </Link>
        )}
      </div>
      {finding.isExplained || isArchived ? null : (
        <details>
          <summary aria-label={t("note.explainOf", { place: name })}>
            <Icon of="unfold" />
            {t("note.explain")}
          </summary>
          <ExplainForm
            id={`note-${rule}-${subject}`.replaceAll(/[^\w-]/g, "_")}
            sent={{ kampanye: context.campaign.slug, rule, subject, facts }}
            explain={context.explain}
            problems={context.problems}
            kept={{
              name: `${context.actorId}/mutu/${context.campaign.slug}/${rule}/${subject}`,
              texts: texts.kept,
            }}
            texts={texts.explain}
          />
        </details>
      )}
    </li>
  );
}

/** What was said about it: an explanation that holds, or one whose numbers have changed since. */
function FindingNote({
  finding,
  context,
}: {
  readonly finding: ReviewedFinding;
  readonly context: FindingContext;
}) {
  const t = useTranslations("quality.note");
  const f = formats(useLocale());
  const words = useFindingWords(context.campaign);
  const { note, rule, subject, isExplained } = finding;
  if (!note) return null;

  const zone = context.campaign.timeZone;
  const who = note.notedBy ?? t("someone");
  const day = f.shortDay(localDay(note.notedAt, zone));
  if (!isExplained) {
    return (
      <p className="mt-1 text-note text-ink2">
        <span className="font-medium">{t("outdated", { who, day })}</span> {note.note}
      </p>
    );
  }
  return (
    <div className="mt-2 flex flex-wrap items-start gap-x-4 gap-y-1 rounded-control bg-sunken px-3 py-2">
      <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-reached" />
      <div className="min-w-0 grow basis-48 text-dense">
        <p className="break-words">{note.note}</p>
        <p className="text-note text-ink3">
          {t("explained", { who, day, time: f.time(note.notedAt, zone) })}
        </p>
      </div>
      {context.campaign.isArchived ? null : (
        <div className="print:hidden">
          <PressForm
            sent={{ kampanye: context.campaign.slug, rule, subject }}
            action={context.withdraw}
            problems={context.problems}
            texts={{
              press: t("undo"),
              pressing: t("undoing"),
              label: t("undoOf", { place: words.place(finding) }),
            }}
          />
        </div>
      )}
    </div>
  );
}
