import { useTranslations } from "next-intl";

import { Banner } from "@/components/base/ui/banner";
import type { HeadAttempt } from "@/lib/campaign/table-reading/find-tables";

/**
 * Says why nothing of a file could be read.
 *
 * @param heads Heads that would be understood; empty where the heads are not what is wrong.
 */
export function UnreadableNotice(props: {
  readonly why: string;
  readonly fileName: string;
  readonly heads: readonly string[];
  /** What of the file's own heads was understood. */
  readonly attempt: HeadAttempt;
}) {
  const t = useTranslations("sheet.unreadable");
  const { understood, others } = props.attempt;
  return (
    <Banner kind="error" role="alert" title={props.why}>
      {props.fileName}
      {understood.length > 0 ? (
        <span className="mt-2 block">{t("understood", { heads: understood.join(" · ") })}</span>
      ) : null}
      {others.length > 0 ? (
        <span className="mt-2 block">{t("others", { heads: others.join(" · ") })}</span>
      ) : null}
      {props.heads.length > 0 ? (
        <span className="mt-2 block">
          {t("heads")} {props.heads.join(" · ")}
        </span>
      ) : null}
    </Banner>
  );
}
