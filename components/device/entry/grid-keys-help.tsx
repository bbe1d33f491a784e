"use client";

import { Keyboard } from "lucide-react";
import { useTranslations } from "next-intl";

/** The keys of the grid, folded away: who knows a spreadsheet knows them. */
export function GridKeys() {
  const t = useTranslations("entry.keys");
  const keys = [
    { keys: ["Enter"], does: t("down") },
    { keys: ["Tab"], does: t("right") },
    { keys: ["↑", "↓", "←", "→"], does: t("move") },
    { keys: ["Esc"], does: t("restore") },
    { keys: ["Ctrl", "Enter"], does: t("send") },
    { keys: ["Ctrl", "Z"], does: t("undo") },
    { keys: ["Ctrl", "Y"], does: t("redo") },
    { keys: ["Shift", "↑↓←→"], does: t("block") },
    { keys: ["Ctrl", "C"], does: t("copy") },
    { keys: ["Ctrl", "V"], does: t("paste") },
    { keys: ["Ctrl", "D"], does: t("fillDown") },
    { keys: ["Ctrl", "R"], does: t("fillRight") },
    { keys: ["Delete"], does: t("empty") },
    { keys: ["N"], does: t("zero") },
    { keys: ["Shift", "F2"], does: t("history") },
  ];
  return (
    <details name="menu" className="relative">
      <summary className="flex min-h-9 items-center gap-2 text-dense text-link underline">
        <Keyboard aria-hidden className="size-4.5" />
        {t("title")}
      </summary>
      <div className="absolute left-0 z-40 w-96 max-w-[80vw] rounded-control border border-line bg-surface p-4 text-note text-ink2 shadow-xl">
        <ul aria-label={t("title")} className="grid gap-1.5">
          {keys.map(({ keys: names, does }) => (
            <li key={does} className="flex items-center gap-1">
              {names.map((name) => (
                <kbd
                  key={name}
                  className="rounded-cell border border-b-2 border-line-strong bg-surface px-1.5 font-sans leading-4.5"
                >
                  {name}
                </kbd>
              ))}
              <span className="pl-1">{does}</span>
            </li>
          ))}
        </ul>
        <p className="mt-3 border-t border-line pt-3 text-ink">{t("auto")}</p>
      </div>
    </details>
  );
}
