import type { RowsAre } from "@/lib/monitor/completeness/view";
import { useTranslations } from "next-intl";

import { CalendarMark, partMark, unitMark } from "./calendar-cell";

const cell = { isLate: false, missing: 0, received: 0 } as const;
const size = "h-5 w-6.5 text-axis";

/** What the drawings mean. */
export function CalendarKey(props: { readonly rowsAre: RowsAre; readonly hasNotes: boolean }) {
  const t = useTranslations("completeness.key");
  return (
    <ul className="mt-3 flex flex-wrap gap-x-4 gap-y-1.5 text-axis text-ink2">
      {props.rowsAre !== "unit" ? (
        <>
          <Item text={t("complete")}>
            <CalendarMark mark={partMark({ ...cell, state: "complete" })} className={size} />
          </Item>
          <Item text={t("enough")}>
            <CalendarMark
              mark={partMark({ ...cell, state: "enough", missing: 2 })}
              className={size}
            />
          </Item>
          <Item text={t("below")}>
            <CalendarMark
              mark={partMark({ ...cell, state: "below", missing: 9 })}
              className={size}
            />
          </Item>
          <Item text={t("nothing")}>
            <CalendarMark
              mark={partMark({ ...cell, state: "nothing", missing: 10 })}
              className={size}
            />
          </Item>
          <Item text={t("late")}>
            <CalendarMark
              mark={partMark({ ...cell, state: "complete", isLate: true })}
              className={size}
            />
          </Item>
        </>
      ) : (
        <>
          <Item text={t("unitReported")}>
            <CalendarMark
              mark={unitMark({ ...cell, state: "complete", received: 1 })}
              className={size}
            />
          </Item>
          <Item text={t("unitLate")}>
            <CalendarMark
              mark={unitMark({ ...cell, state: "complete", received: 1, isLate: true })}
              className={size}
            />
          </Item>
          <Item text={t("unitMissing")}>
            <CalendarMark mark={unitMark({ ...cell, state: "nothing" })} className={size} />
          </Item>
        </>
      )}
      <li className="flex items-center gap-2 max-tablet:hidden">
        <span aria-hidden className="w-5.5 border-t-2 border-ink" />
        {t("limit")}
      </li>
      {props.hasNotes ? (
        <li className="flex items-center gap-2">
          <span aria-hidden className="size-1.5 rounded-pill bg-ink" />
          {t("note")}
        </li>
      ) : null}
    </ul>
  );
}

function Item(props: { readonly text: string; readonly children: React.ReactNode }) {
  return (
    <li className="flex items-center gap-2">
      {props.children}
      {props.text}
    </li>
  );
}
