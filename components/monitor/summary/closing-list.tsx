import { Check, CircleDashed } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import { formats } from "@/lib/base/i18n/format";
import type { Closing } from "@/lib/monitor/closing";
import { routes, withQuery } from "@/lib/base/routes";

/** What is left to do when a campaign is over, each with the screen where it is done. */
export function ClosingList(props: { readonly closing: Closing; readonly slug: string }) {
  const t = useTranslations("summary.closing");
  const format = formats(useLocale());
  const { closing } = props;
  const screens = {
    unverified: routes.verification,
    findings: routes.quality,
    silent: routes.completeness,
    untargeted: routes.targets,
    incompleteDays: routes.completeness,
  } as const;
  const tasks = (["unverified", "findings", "silent", "untargeted", "incompleteDays"] as const).map(
    (task) => ({ task, left: closing[task] }),
  );
  const isDone = tasks.every(({ left }) => left === 0);
  return (
    <Panel title={t("title")} note={t(isDone ? "done" : "note")}>
      <ul className="mt-3">
        {tasks.map(({ task, left }) => (
          <li
            key={task}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line py-2 text-dense"
          >
            {left === 0 ? (
              <Check aria-hidden className="size-4 shrink-0 text-reached" />
            ) : (
              <CircleDashed aria-hidden className="size-4 shrink-0 text-warn" />
            )}
            <span className="min-w-0 grow">
              {left === 0
                ? t(`none.${task}`)
                : t(`left.${task}`, { count: left, number: format.count(left) })}
            </span>
            {left === 0 ? null : (
              <Link
                href={withQuery(screens[task], { kampanye: props.slug })}
                aria-label={t(`actionOf.${task}`)}
                className="inline-flex min-h-6 items-center text-link underline print:hidden"
              >
                {t("action")}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
