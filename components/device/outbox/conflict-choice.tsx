"use client";

import { useTranslations } from "next-intl";

import { Button } from "@/components/base/ui/button";
import { Dialog } from "@/components/base/ui/dialog";

import { ConflictTable, type Conflict } from "./conflict-table";

/** Two people reported the same village and day: both, side by side, and one choice. */
export function ConflictChoice({
  unit,
  dayName,
  onChoose,
  onClose,
  ...conflict
}: Conflict & {
  readonly unit: string;
  readonly dayName: string;
  readonly onChoose: (keeps: "mine" | "theirs") => void;
  readonly onClose: () => void;
}) {
  const t = useTranslations("entry.conflict");
  const common = useTranslations("common");

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("title")}
      note={t("note", { unit, day: dayName })}
      closeLabel={common("close")}
      buttons={
        <>
          <Button onClick={() => onChoose("theirs")}>{t("keepTheirs")}</Button>
          <Button variant="primary" onClick={() => onChoose("mine")}>
            {t("keepMine")}
          </Button>
        </>
      }
    >
      <ConflictTable {...conflict} />
    </Dialog>
  );
}
