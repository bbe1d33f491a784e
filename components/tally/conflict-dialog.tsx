"use client";

import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { typedOf } from "@/lib/tally/entry-row";

import type { EntryStore } from "./entry-store";
import { useRow } from "./use-entry-store";
import type { EntryWords } from "./use-entry-words";

/** Two people reported the same village and day: both, side by side, and one choice. */
export function ConflictDialog(props: {
  readonly store: EntryStore;
  readonly words: EntryWords;
  readonly unit: string;
  readonly dayName: string;
  readonly onClose: () => void;
}) {
  const t = useTranslations("entry.conflict");
  const common = useTranslations("common");
  const { store, words, unit } = props;
  const state = useRow(store, unit);
  if (state.status.kind !== "conflict") return null;

  const { standing } = state.status;
  const theirs = typedOf(standing, store.columns);
  const who = standing.receivedBy ?? t("someone");
  const time = words.hour(standing.receivedAt);
  const choose = (keeps: "mine" | "theirs") => {
    props.onClose();
    void store.resolve(unit, keeps);
  };

  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={t("title")}
      note={t("note", { unit: state.row.unit.name, day: props.dayName })}
      closeLabel={common("close")}
      buttons={
        <>
          <Button onClick={() => choose("theirs")}>{t("keepTheirs")}</Button>
          <Button variant="primary" onClick={() => choose("mine")}>
            {t("keepMine")}
          </Button>
        </>
      }
    >
      <p className="mb-3 text-dense">{t("question", { who, time })}</p>
      <table className="w-full max-w-140 text-dense">
        <thead>
          <tr className="border-b-2 border-line-strong text-note">
            <th scope="col" className="py-1.5 text-left font-medium">
              {t("column")}
            </th>
            <th scope="col" className="py-1.5 pl-4 text-right font-medium">
              {t("mine")}
            </th>
            <th scope="col" className="py-1.5 pl-4 text-right font-medium">
              {t("theirs", { who, time })}
            </th>
          </tr>
        </thead>
        <tbody>
          {store.columns.map((column) => {
            const own = cellText(
              state.typed.residents[column.key],
              state.typed.outside[column.key],
            );
            const other = cellText(theirs.residents[column.key], theirs.outside[column.key]);
            const weight = own === other ? "text-ink3" : "font-semibold";
            return (
              <tr key={column.key} className="border-b border-line">
                <th scope="row" className="py-1.5 text-left font-normal">
                  {words.columnName(column)}
                </th>
                <td className={`py-1.5 pl-4 text-right ${weight}`}>{state.isZero ? "0" : own}</td>
                <td className={`py-1.5 pl-4 text-right ${weight}`}>{other}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Dialog>
  );
}

/** "13", "13 + 2" with those from outside, "–" for nothing. */
function cellText(residents = "", outside = ""): string {
  const own = residents.trim() || "–";
  return outside.trim() === "" ? own : `${own} + ${outside.trim()}`;
}
