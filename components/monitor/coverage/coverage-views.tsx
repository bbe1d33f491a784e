import { useTranslations } from "next-intl";

import { Segments } from "@/components/base/ui/segments";
import type { CoverageLinks } from "@/lib/monitor/coverage/links";
import type { CoverageParams } from "@/lib/monitor/coverage/params";

/** The views of one question: how it is spread, and whether people came back; only where something follows. */
export function CoverageViews(props: {
  readonly params: CoverageParams;
  readonly links: CoverageLinks;
}) {
  const t = useTranslations("coverage.pair.views");
  const { params, links } = props;
  if (params.pair === null) return null;
  return (
    <div className="mb-3 flex justify-end max-tablet:grid">
      <Segments
        label={t("label")}
        options={[
          {
            label: t("spread"),
            href: links.here({ tampilan: "", pasangan: "" }),
            isCurrent: params.layout === "spread",
          },
          {
            label: t(params.pair.kind),
            href: links.here({ tampilan: "putaran" }),
            isCurrent: params.layout === "pair",
          },
        ]}
      />
    </div>
  );
}
