"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import type { OutboxProblem } from "@/lib/outbox/mutation";
import type { ReportReason } from "@/lib/tally/schema";

const ReasonDialog = dynamic(
  () => import("./reason-dialog").then((module) => module.ReasonDialog),
  { ssr: false },
);

/** Refusals that may have passed, so that the same report is worth another try. */
const passing: readonly OutboxProblem["code"][] = [
  "dayClosed",
  "idReused",
  "newerVersion",
  "mismatch",
  "notAllowed",
  "noCampaign",
  "unknownUnit",
  "futureDay",
  "cumulativeChanged",
  "unreadable",
];

/** What can be done about a refusal: give the reason that is missing, or try again. */
export function RefusalAnswer(props: {
  readonly problems: readonly OutboxProblem[];
  readonly unit: string;
  readonly onRetry: () => void;
  readonly onExplain: (reason: ReportReason) => void;
}) {
  const t = useTranslations("entry");
  const [isAsked, setAsked] = useState(false);
  const codes = props.problems.map(({ code }) => code);
  const needsReason = codes.includes("reasonNeeded") || codes.includes("cumulativeFell");
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
            suggested={codes.includes("cumulativeFell") ? "cumulativeFell" : null}
            onClose={() => setAsked(false)}
            onGive={(reason) => {
              setAsked(false);
              props.onExplain(reason);
            }}
          />
        ) : null}
      </>
    );
  }
  return codes.some((code) => passing.includes(code)) ? (
    <Button size="small" onClick={props.onRetry}>
      {t("retry")}
    </Button>
  ) : null;
}
