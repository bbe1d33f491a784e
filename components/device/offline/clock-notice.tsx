"use client";

import { useTranslations } from "next-intl";

import { Banner } from "@/components/base/ui/banner";

/** A difference in whole units, as people say it: 23 hours and 59 minutes are a day. */
function told(milliseconds: number): {
  readonly unit: "days" | "hours" | "minutes";
  readonly count: number;
} {
  const minutes = Math.round(Math.abs(milliseconds) / 60_000);
  const hours = Math.round(minutes / 60);
  if (minutes < 60) return { unit: "minutes", count: minutes };
  return hours < 24
    ? { unit: "hours", count: hours }
    : { unit: "days", count: Math.round(hours / 24) };
}

/**
 * Says that the device's clock is wrong, and that the day was chosen by the server's. Nothing while it
 * is right.
 *
 * @param props.ahead milliseconds that the device's clock is ahead; below 0: behind.
 */
export function ClockNotice(props: { readonly ahead: number }) {
  const t = useTranslations("offline.clock");
  if (props.ahead === 0) return null;
  const { unit, count } = told(props.ahead);
  return (
    <div className="mb-3">
      <Banner kind="warning" title={t("title", { difference: t(unit, { count }) })}>
        {t("text")}
      </Banner>
    </div>
  );
}
