"use client";

import { useTranslations } from "next-intl";

import { Banner } from "@/components/ui/banner";

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * Says that the device's clock is wrong, and that the day was chosen by the server's. Nothing while it
 * is right.
 *
 * @param props.ahead milliseconds that the device's clock is ahead; below 0: behind.
 */
export function ClockNotice(props: { readonly ahead: number }) {
  const t = useTranslations("offline.clock");
  if (props.ahead === 0) return null;
  const off = Math.abs(props.ahead);
  const unit = off >= day ? "days" : off >= 60 * minute ? "hours" : "minutes";
  const count = Math.round(off / { days: day, hours: 60 * minute, minutes: minute }[unit]);
  return (
    <div className="mb-3">
      <Banner kind="warning" title={t("title", { difference: t(unit, { count }) })}>
        {t("text")}
      </Banner>
    </div>
  );
}
