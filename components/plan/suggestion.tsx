import { useLocale, useTranslations } from "next-intl";

import { Button } from "@/components/base/ui/button";
import { formats } from "@/lib/base/i18n/format";
import type { TeamSuggestion } from "@/lib/plan/what-if";

/** The move that helps most and why, or that none does. */
export function Suggestion(props: {
  readonly suggestion: TeamSuggestion | null;
  /** Whether it is known what any place needs a day. */
  readonly isNeedKnown: boolean;
  readonly onTry: (suggestion: TeamSuggestion) => void;
}) {
  const t = useTranslations("whatIf");
  const { count } = formats(useLocale());
  const { suggestion } = props;
  return (
    <div className="border-t border-line pt-3 text-dense">
      <h3 className="font-semibold">{t("suggestion")}</h3>
      {suggestion ? (
        <>
          <p>
            {t("suggest", {
              team: suggestion.team.name,
              from: suggestion.from.name,
              to: suggestion.to.name,
            })}
          </p>
          <p className="mt-1 text-note text-ink2">
            {t("why", {
              from: suggestion.from.name,
              left: count(suggestion.from.after),
              needFrom: count(suggestion.from.need),
              to: suggestion.to.name,
              before: count(Math.max(0, (suggestion.to.need ?? 0) - suggestion.to.before)),
              after: count(suggestion.to.short),
              lackBefore: count(suggestion.lacking.before),
              lackAfter: count(suggestion.lacking.after),
            })}
          </p>
          <Button className="mt-2" onClick={() => props.onTry(suggestion)}>
            {t("try")}
          </Button>
        </>
      ) : (
        <p className="text-ink2">{t(props.isNeedKnown ? "noSuggestion" : "noNeed")}</p>
      )}
    </div>
  );
}
