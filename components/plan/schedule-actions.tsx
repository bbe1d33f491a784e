import { CalendarPlus, ChevronLeft, ChevronRight, Plus, WandSparkles } from "lucide-react";
import { useTranslations } from "next-intl";

import { ButtonLink } from "@/components/base/ui/button-link";

/** What can be done from a week: propose it, go to another, add a session, take it along. */
export function ScheduleActions(props: {
  readonly links: Readonly<Record<"weekBefore" | "thisWeek" | "weekAfter" | "ics", string>>;
  /** null: the reader plans nothing. */
  readonly edits: { readonly proposal: string; readonly session: string } | null;
  /** Whether the campaign has ended, so that no week is this one. */
  readonly isOver: boolean;
}) {
  const t = useTranslations("schedule");
  const { links, edits } = props;
  // A phone goes from day to day.
  const week = { size: "phone", className: "max-tablet:hidden" } as const;
  return (
    <>
      {edits ? (
        <ButtonLink href={edits.proposal} variant="primary" size="phone">
          <WandSparkles aria-hidden className="size-4" />
          {t("propose")}
        </ButtonLink>
      ) : null}
      <ButtonLink href={links.weekBefore} aria-label={t("before")} {...week}>
        <ChevronLeft aria-hidden className="size-5" />
      </ButtonLink>
      <ButtonLink href={links.thisWeek} size="phone">
        {t(props.isOver ? "lastWeek" : "thisWeek")}
      </ButtonLink>
      <ButtonLink href={links.weekAfter} aria-label={t("after")} {...week}>
        <ChevronRight aria-hidden className="size-5" />
      </ButtonLink>
      {edits ? (
        <ButtonLink href={edits.session} size="phone">
          <Plus aria-hidden className="size-4" />
          {t("newSession")}
        </ButtonLink>
      ) : null}
      <ButtonLink href={links.ics} prefetch={false} size="phone">
        <CalendarPlus aria-hidden className="size-4" />
        {t("ics")}
      </ButtonLink>
    </>
  );
}
