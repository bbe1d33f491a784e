import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

import { routes } from "@/lib/base/routes";

import { PartShape } from "./part-shape";

/** Beside today's reports, what is asked of somebody and waits for them; nothing where nothing does. */
export function AskedToday(props: { readonly waiting: number; readonly late: number }) {
  const t = useTranslations("followUps.today");
  const { waiting, late } = props;
  if (waiting === 0) return null;
  return (
    <Link
      href={routes.ownFollowUps}
      prefetch={false}
      className="mt-5 flex min-h-11 items-center gap-3 border-y border-line py-3 text-ink no-underline hover:bg-sunken"
    >
      <PartShape part={late > 0 ? "late" : "open"} />
      <span className="min-w-0 grow">
        <strong className="block font-semibold">{t("asked", { waiting })}</strong>
        {late > 0 ? <span className="text-note text-behind">{t("late", { late })}</span> : null}
      </span>
      <ChevronRight aria-hidden className="size-5 shrink-0 text-ink3" />
    </Link>
  );
}
