import { CheckCheck, Send, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";

import type { ReportStatus } from "@/lib/report/schema";

const looks = {
  submitted: { icon: Send, color: "text-ink2" },
  verified: { icon: CheckCheck, color: "text-reached" },
  returned: { icon: Undo2, color: "text-warn" },
} as const;

/** Where a report stands, as a shape and a word. */
export function ReportStatusWord({ status }: { readonly status: ReportStatus }) {
  const t = useTranslations("source.status");
  const { icon: Icon, color } = looks[status];
  return (
    <span className={`inline-flex items-center gap-1.5 font-medium whitespace-nowrap ${color}`}>
      <Icon aria-hidden className="size-3.5" />
      {t(status)}
    </span>
  );
}
