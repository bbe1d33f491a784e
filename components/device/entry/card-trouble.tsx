"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, type ReactNode } from "react";

import { RejectionAnswer } from "@/components/device/outbox/rejection-answer";
import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { routes } from "@/lib/base/routes";
import type { EntryColumn } from "@/lib/report/entry-row";

import type { WhereKept } from "@/lib/device/entry/board";
import { isCleared, type RowState } from "@/lib/device/entry/row-state";
import { useRowActions } from "./row-actions";
import type { EntryWords } from "./use-entry-words";

type Props = {
  readonly state: RowState;
  readonly columns: readonly EntryColumn[];
  readonly words: EntryWords;
  readonly where: WhereKept;
};

/** Why the last sending did not arrive, above the button and in the page: it never covers a field. */
export function CardTrouble(props: Props) {
  const t = useTranslations("entry.unasked");
  const { kind } = props.state.status;
  const isShown = isCleared(props.state, props.columns) || shown.includes(kind);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isShown) box.current?.scrollIntoView({ block: "nearest" });
  }, [isShown, kind]);

  const unasked = props.words.unasked(props.state);
  return (
    <>
      {unasked === null ? null : (
        <Banner kind="warning" role="status" title={t("title", { list: unasked })}>
          {t("text")}
        </Banner>
      )}
      <div ref={box} className="scroll-mb-40 empty:hidden">
        <Trouble {...props} />
      </div>
    </>
  );
}

const shown: readonly RowState["status"]["kind"][] = [
  "kept",
  "failed",
  "otherPerson",
  "signedOut",
  "rejected",
  "conflict",
];

/** Nothing while all is well. */
function Trouble(props: Props): ReactNode {
  const t = useTranslations("entry");
  const { state, words, where } = props;
  const actions = useRowActions(state.row.unit.code);
  const { kind } = state.status;
  if (isCleared(state, props.columns) && kind !== "conflict" && kind !== "sending") {
    return (
      <Banner kind="warning" role="alert" title={t("cleared.title")}>
        <span className="mt-2 flex flex-wrap gap-2">
          {state.queued?.isOut === false ? (
            <Button size="small" onClick={actions.callOff}>
              {t("cleared.callOff")}
            </Button>
          ) : null}
          <Button size="small" onClick={actions.putBack}>
            {t("cleared.putBack")}
          </Button>
        </span>
      </Banner>
    );
  }
  switch (state.status.kind) {
    case "kept":
      return (
        <Banner
          kind={where === "window" ? "warning" : "info"}
          role="status"
          title={t("kept", { where })}
        >
          {t("keptText", { where })}
        </Banner>
      );
    case "failed":
      return (
        <Banner kind="error" role="alert" title={t("failed")}>
          {t("failedText")}
        </Banner>
      );
    case "otherPerson":
      return (
        <Banner kind="error" role="alert" title={t("otherPerson")}>
          {t("otherPersonText")}
        </Banner>
      );
    case "signedOut":
      return (
        <Banner
          kind="error"
          role="alert"
          title={t("signedOut")}
          action={
            <a href={routes.signIn} target={where === "window" ? "_blank" : undefined}>
              {t("signIn")}
            </a>
          }
        >
          {t("signedOutText", { where })}
        </Banner>
      );
    case "rejected":
      return (
        <Banner
          kind="error"
          role="alert"
          title={t("rejectedTitle", { unit: state.row.unit.name })}
          action={
            <RejectionAnswer
              problems={state.status.problems}
              unit={state.row.unit.name}
              actions={actions}
            />
          }
        >
          {state.status.problems.map((problem) => words.problem(problem)).join(" ")}
        </Banner>
      );
    case "conflict":
      return (
        <Banner
          kind="warning"
          role="alert"
          title={t("live.conflict", { unit: state.row.unit.name })}
          action={
            <Button size="small" onClick={actions.resolve}>
              {t("conflict.open")}
            </Button>
          }
        />
      );
    case "still":
      return state.recounted.length > 0 ? (
        <Banner kind="warning" role="alert" title={t("figures.recountedTitle")}>
          {t("figures.recountedText")}
        </Banner>
      ) : null;
    case "sending":
    case "sent":
      return null;
  }
}
