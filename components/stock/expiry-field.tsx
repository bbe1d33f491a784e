"use client";

import { useLocale, useTranslations } from "next-intl";

import { Button } from "@/components/base/ui/button";
import { TextField } from "@/components/base/ui/field";
import { formats } from "@/lib/base/i18n/format";
import { typedOr, type FormState } from "@/lib/base/forms/form-state";
import { lastDayInstead, readTypedDay } from "@/lib/stock/typed";

/**
 * The last day of a batch as its label says it. A day that there is not is told with the days that its month
 * has, and the last one that there is can be taken with one press, which sends the form.
 */
export function ExpiryField(props: {
  readonly state: FormState;
  /** As it stands, in words. */
  readonly standing: string;
  readonly problem: string | undefined;
}) {
  const t = useTranslations("stockForm");
  const format = formats(useLocale());
  const { state } = props;
  const typed = typedOr(state, "expiresOn", props.standing);
  const read = props.problem === undefined ? null : readTypedDay(typed);
  const instead = lastDayInstead(read);
  const isWrongDay = read?.kind === "noSuchDay" && instead !== null;
  return (
    <div className="grid gap-2">
      <TextField
        id="expiresOn"
        name="expiresOn"
        label={t("expiresOn")}
        hint={t("expiresHint")}
        defaultValue={typed}
        autoComplete="off"
        problem={
          isWrongDay
            ? t("noSuchDay", {
                day: read.day,
                month: read.month,
                year: String(read.year),
                days: read.days,
              })
            : props.problem
        }
      />
      {isWrongDay ? (
        <div className="grid gap-2">
          <p className="text-note text-ink2">
            {t("noSuchDayHint", { instead: format.day(instead) })}
          </p>
          <Button
            type="submit"
            name="expiresInstead"
            value={instead}
            className="justify-self-start"
          >
            {t("useInstead", { instead: format.day(instead) })}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
