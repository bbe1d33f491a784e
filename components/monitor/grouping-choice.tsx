import { useTranslations } from "next-intl";

import { Segments } from "@/components/base/ui/segments";
import { kindsOfSets, type UnitSet, type UnitSetKind } from "@/lib/campaign/unit-set/unit-set";

/** By kecamatan, or by the sets of a kind; nothing where a campaign has no sets. */
export function GroupingChoice(props: {
  readonly sets: readonly UnitSet[];
  /** null: by kecamatan. */
  readonly current: UnitSetKind | null;
  readonly href: (kind: UnitSetKind | null) => string;
}) {
  const t = useTranslations("places.groupings");
  const kinds = kindsOfSets(props.sets);
  if (kinds.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <span className="text-note text-ink2">{t("label")}</span>
      <Segments
        label={t("label")}
        options={[null, ...kinds].map((kind) => ({
          label: t(kind ?? "subdistrict"),
          href: props.href(kind),
          isCurrent: kind === props.current,
        }))}
      />
    </div>
  );
}
