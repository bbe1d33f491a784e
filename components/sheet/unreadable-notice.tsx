import { useTranslations } from "next-intl";

import { Banner } from "@/components/ui/banner";

/**
 * Says why nothing of a file could be read.
 *
 * @param heads Heads that would be understood; empty where the heads are not what is wrong.
 */
export function UnreadableNotice(props: {
  readonly why: string;
  readonly fileName: string;
  readonly heads: readonly string[];
}) {
  const t = useTranslations("sheet.unreadable");
  return (
    <Banner kind="error" role="alert" title={props.why}>
      {props.fileName}
      {props.heads.length > 0 ? (
        <span className="mt-2 block">
          {t("heads")} {props.heads.join(" · ")}
        </span>
      ) : null}
    </Banner>
  );
}
