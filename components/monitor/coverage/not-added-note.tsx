import { Layers } from "lucide-react";

import { useSentences } from "@/components/base/use-sentences";
import type { NotAddedReason } from "@/lib/campaign/figure";
import type { Wording } from "@/lib/base/i18n/wording";

/** Why there is no total, where groups do not add; nothing where they do. */
export function NotAddedNote(props: {
  readonly notAdded: NotAddedReason | null;
  readonly wording: Wording;
}) {
  const t = useSentences("coverage.notAdded", props.wording);
  if (props.notAdded === null) return null;
  return (
    <p className="not-added">
      <Layers aria-hidden />
      <span>
        <b>{t("title")}</b> {t(props.notAdded)}
      </span>
    </p>
  );
}
