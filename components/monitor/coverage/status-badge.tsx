import clsx from "clsx";
import { useTranslations } from "next-intl";

import type { StatusWord } from "@/lib/monitor/assessment";

import { statusColors } from "./status-color";
import { StatusShape } from "./status-shape";

/**
 * The shape and the word of a status.
 *
 * @param look `pill` on its tint, to head a row; `inline` among other text, for tables.
 */
export function StatusBadge(props: {
  readonly status: StatusWord;
  readonly look?: "pill" | "inline";
  readonly className?: string;
}) {
  const t = useTranslations("common.status");
  const { text, tint } = statusColors[props.status];
  const isPill = (props.look ?? "pill") === "pill";
  return (
    <span
      className={clsx(
        "inline-flex items-center gap-1.5 font-medium whitespace-nowrap",
        text,
        isPill && ["rounded-pill px-2 py-0.5 text-note font-semibold", tint],
        props.className,
      )}
    >
      <StatusShape status={props.status} size={isPill ? 14 : 12} />
      {t(props.status)}
    </span>
  );
}
