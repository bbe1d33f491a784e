"use client";

import { useTranslations } from "next-intl";

/** The keys of the grid, in one line under it. */
export function GridKeys() {
  const t = useTranslations("entry.keys");
  const keys = [
    { keys: ["Enter"], does: t("down") },
    { keys: ["Tab"], does: t("right") },
    { keys: ["↑", "↓", "←", "→"], does: t("move") },
    { keys: ["Esc"], does: t("restore") },
    { keys: ["Ctrl", "V"], does: t("paste") },
    { keys: ["N"], does: t("zero") },
    { keys: ["Shift", "F2"], does: t("history") },
  ];
  return (
    <ul
      aria-label={t("title")}
      className="mt-3 flex flex-wrap gap-x-5 gap-y-1.5 text-note text-ink2"
    >
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
          {does}
        </li>
      ))}
      <li className="text-ink3">{t("auto")}</li>
    </ul>
  );
}
