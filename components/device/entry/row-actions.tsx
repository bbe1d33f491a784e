"use client";

import { createContext, useContext, useMemo, type ReactNode } from "react";

import type { ReportReason } from "@/lib/report/schema";

/** What can be done about a unit's report from where its row or its card shows how it stands. */
type RowActions = {
  readonly retry: (unit: string) => void;
  /** null: no reason is needed, what was asked about is right. */
  readonly explain: (unit: string, reason: ReportReason | null) => void;
  /** Chooses between two reports of the same day. */
  readonly resolve: (unit: string) => void;
  /** Sends a returned report as it is. */
  readonly resend: (unit: string) => void;
  /** Takes back a report that never went. */
  readonly callOff: (unit: string) => void;
  /** Puts what stands back into a row that was emptied. */
  readonly putBack: (unit: string) => void;
  readonly zero: (unit: string) => void;
  /** Where a closed day is asked to be opened. */
  readonly openingHref: (unit: string) => string;
};

const Context = createContext<RowActions | null>(null);

/** @param actions Stays the same object from one drawing to the next: each row listens to it. */
export function RowActionsOf(props: {
  readonly actions: RowActions;
  readonly children: ReactNode;
}) {
  return <Context value={props.actions}>{props.children}</Context>;
}

/** The actions on one unit's report. */
export function useRowActions(unit: string) {
  const actions = useContext(Context);
  if (actions === null) throw new Error("A row stands outside the screen that acts for it.");
  return useMemo(
    () => ({
      retry: () => actions.retry(unit),
      explain: (reason: ReportReason | null) => actions.explain(unit, reason),
      resolve: () => actions.resolve(unit),
      resend: () => actions.resend(unit),
      callOff: () => actions.callOff(unit),
      putBack: () => actions.putBack(unit),
      zero: () => actions.zero(unit),
      openingHref: actions.openingHref(unit),
    }),
    [actions, unit],
  );
}
