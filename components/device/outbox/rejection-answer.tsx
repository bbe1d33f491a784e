"use client";

import dynamic from "next/dynamic";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { Button } from "@/components/base/ui/button";
import type { OutboxProblem } from "@/lib/device/outbox/mutation";
import type { ReportReason } from "@/lib/report/schema";

const ReasonDialog = dynamic(
  () => import("./reason-dialog").then((module) => module.ReasonDialog),
  { ssr: false },
);

/** Rejections that may have passed, so that the same report is worth another try. */
const passing: readonly OutboxProblem["code"][] = [
  "dayClosed",
  "idReused",
  "newerVersion",
  "mismatch",
  "notAllowed",
  "noCampaign",
  "unknownUnit",
  "unitNotReporting",
  "campaignArchived",
  "futureDay",
  "cumulativeChanged",
  "belowZero",
  "unreadable",
];

/**
 * What can be done about a rejection: give the reason that is missing, say that a count far above the
 * target is right, try again, or take it back.
 */
export function RejectionAnswer(props: {
  readonly problems: readonly OutboxProblem[];
  readonly unit: string;
  readonly actions: {
    /** Where a closed day is asked to be opened. */
    readonly openingHref: string;
    readonly retry: () => void;
    /** null: no reason is needed, what was asked about is right. */
    readonly explain: (reason: ReportReason | null) => void;
    /** Left out where a report is given up in another way. */
    readonly callOff?: () => void;
  };
}) {
  const t = useTranslations("entry");
  const [isAsked, setAsked] = useState(false);
  const { actions } = props;
  const codes = props.problems.map(({ code }) => code);
  const isLater = codes.includes("laterCumulative");
  const isFallen = codes.includes("cumulativeFell");
  const needsReason = codes.includes("reasonNeeded") || isFallen || isLater;
  if (codes.length === 0) return null;

  if (needsReason) {
    return (
      <>
        <Button size="small" onClick={() => setAsked(true)}>
          {t("giveReason")}
        </Button>
        {isAsked ? (
          <ReasonDialog
            unit={props.unit}
            suggested={isFallen && !isLater ? "cumulativeFell" : null}
            isLater={isLater}
            onClose={() => setAsked(false)}
            onGive={(reason) => {
              setAsked(false);
              actions.explain(reason);
            }}
          />
        ) : null}
      </>
    );
  }
  if (codes.includes("verifiedReport") && actions.callOff) {
    return (
      <Button size="small" onClick={actions.callOff}>
        {t("undoChange")}
      </Button>
    );
  }
  if (!codes.some((code) => passing.includes(code))) {
    return codes.includes("farAboveTarget") ? (
      <Button size="small" onClick={() => actions.explain(null)}>
        {t("warning.right")}
      </Button>
    ) : null;
  }
  const retry = (
    <Button size="small" onClick={actions.retry}>
      {t("retry")}
    </Button>
  );
  if (!codes.includes("dayClosed")) return retry;
  return (
    <span className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1">
      <Link
        href={actions.openingHref}
        prefetch={false}
        className="inline-flex min-h-11 items-center tablet:min-h-8"
      >
        {t("askToOpen")}
      </Link>
      {retry}
    </span>
  );
}
