import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";

import { cssText } from "@/components/base/layout/css-text";
import { ButtonLink } from "@/components/base/ui/button-link";
import { Panel } from "@/components/base/ui/panel";
import type { EntryColumn } from "@/lib/report/entry-row";
import type { LastPress, QueueAction } from "@/lib/report/verification/answer";
import { byPlace, hasWarnings, type QueueReport } from "@/lib/report/verification/queue";
import {
  reportsPerPage,
  queueHref,
  type QueueParams,
} from "@/lib/report/verification/queue-params";
import { markText } from "@/lib/report/verification/report-mark";

import type { MarkedPlace } from "./marked-report";
import { QueueTable } from "./queue-table";
import type { ZonedMoment } from "./use-when";
import { reasonHints } from "./settle-fields";
import { VerifyDesk } from "./verify-desk";

/** The reports that fit the filter, a page of them, and what is done with them. */
export function QueuePanel(props: {
  readonly reports: readonly QueueReport[];
  /** Reports that fit too and were not looked at, because there are so many. */
  readonly unseen: number;
  readonly columns: readonly EntryColumn[];
  readonly params: QueueParams;
  readonly slug: string;
  readonly moment: ZonedMoment;
  /** null: the campaign is put away, and its reports are looked at alone. */
  readonly settle: QueueAction | null;
  /** The person's latest press that can be taken back; null: there is none. */
  readonly last: LastPress | null;
  readonly actorId: string;
  /** Where the sender of a returned report is told of it. */
  readonly tell: (report: QueueReport) => string;
}) {
  const t = useTranslations("verification.list");
  const act = useTranslations("verification.act");
  const draft = useTranslations("draft");
  const { reports, params, slug } = props;
  const count = reports.length;
  const pages = Math.max(1, Math.ceil(count / reportsPerPage));
  const page = Math.min(params.page, pages);
  const first = (page - 1) * reportsPerPage;
  const shown = reports.slice(first, first + reportsPerPage);
  const isFiltered = params.place !== null || params.day !== null || params.isWarned;
  const hints = [
    { id: reasonHints.returning, text: act("reasonHint") },
    { id: reasonHints.own, text: act("ownReasonHint") },
  ];

  return (
    <Panel
      title={t("title", { count })}
      {...(count > 0 && { note: t("note", { from: first + 1, to: first + shown.length, count }) })}
    >
      {props.unseen > 0 ? (
        <p className="mt-1 text-dense text-ink2">{t("unseen", { count: props.unseen })}</p>
      ) : null}
      {hints.map(({ id, text }) => (
        <p key={id} id={id} hidden>
          {text}
        </p>
      ))}
      <style>
        {`.settle{${hints.map(({ id, text }) => `--${id}:${cssText(text)}`).join(";")}}`}
      </style>
      <Desk
        slug={slug}
        settle={props.settle}
        isEmpty={count === 0}
        last={props.last}
        moment={props.moment}
        kept={{
          name: `${props.actorId}/verifikasi/${slug}`,
          texts: { restored: draft("restored"), discard: draft("discard") },
          list: queueHref(slug, params, { page }),
        }}
      >
        {count === 0 ? (
          <div className="py-6 text-dense text-ink2">
            <p>
              {isFiltered || params.status !== "submitted"
                ? t("empty.filtered")
                : t("empty.waiting")}
            </p>
            {isFiltered || params.status !== "submitted" ? (
              <ButtonLink
                href={queueHref(slug, {
                  place: null,
                  setKind: null,
                  day: null,
                  status: "submitted",
                  isWarned: false,
                  page: 1,
                })}
                className="mt-3"
              >
                {t("empty.all")}
              </ButtonLink>
            ) : null}
          </div>
        ) : (
          <>
            <QueueTable
              places={markedPlaces(shown, reports, props.tell)}
              columns={props.columns}
              slug={slug}
              moment={props.moment}
              isReadOnly={props.settle === null}
            />
            {pages > 1 ? (
              <nav
                aria-label={t("pages")}
                className="flex flex-wrap items-center justify-between gap-2 py-3 text-dense print:hidden"
              >
                <Step
                  href={page > 1 ? queueHref(slug, params, { page: page - 1 }) : null}
                  rel="prev"
                >
                  <ChevronLeft aria-hidden className="size-4" />
                  {t("previous")}
                </Step>
                <span className="text-note text-ink2">{t("page", { page, pages })}</span>
                <Step
                  href={page < pages ? queueHref(slug, params, { page: page + 1 }) : null}
                  rel="next"
                >
                  {t("next")}
                  <ChevronRight aria-hidden className="size-4" />
                </Step>
              </nav>
            ) : null}
          </>
        )}
      </Desk>
    </Panel>
  );
}

/** Stays when the list is empty: it tells what the last press came to. */
function Desk({
  settle,
  ...desk
}: Omit<ComponentProps<typeof VerifyDesk>, "action"> & { readonly settle: QueueAction | null }) {
  return settle === null ? desk.children : <VerifyDesk {...desk} action={settle} />;
}

function Step(props: {
  readonly href: string | null;
  readonly rel: "prev" | "next";
  readonly children: ReactNode;
}) {
  return props.href === null ? (
    <span aria-hidden className="w-24" />
  ) : (
    <ButtonLink href={props.href} rel={props.rel} prefetch={false} size="filter">
      {props.children}
    </ButtonLink>
  );
}

/** @param all every report that fits the filter, of all pages. */
function markedPlaces(
  shown: readonly QueueReport[],
  all: readonly QueueReport[],
  tell: (report: QueueReport) => string,
): readonly MarkedPlace[] {
  return byPlace(shown).map(({ code, name, reports }) => {
    const ofPlace = all.filter(({ place }) => place === code);
    const isClean = (report: QueueReport) =>
      report.status === "submitted" && !report.isOwn && !hasWarnings(report);
    return {
      code,
      name,
      reports: reports.map((report) => ({
        ...report,
        mark: markText(report),
        ...(report.status === "returned" && { tellHref: tell(report) }),
      })),
      count: ofPlace.length,
      warned: ofPlace.filter(hasWarnings).length,
      clean: ofPlace.filter(isClean).map(markText),
    };
  });
}
