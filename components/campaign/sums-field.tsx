import { useLocale, useMessages, useTranslations } from "next-intl";

import type { CampaignDraft } from "@/lib/campaign/draft";
import type { DraftIntervention } from "@/lib/campaign/draft/given";
import { whyNotAdded } from "@/lib/campaign/figure";
import { formats } from "@/lib/base/i18n/format";
import { isNoun } from "@/lib/base/i18n/wording";

import { SentUnticked } from "./village-chooser";

/** Whether the groups of an intervention may be added up, and what follows; nothing for one group. */
export function SumsField(props: {
  readonly id: string;
  readonly draft: Pick<CampaignDraft, "noun" | "groups">;
  readonly each: DraftIntervention;
  readonly onChange: (groupsAdd: boolean) => void;
}) {
  const t = useTranslations("campaigns.form.sums");
  const { words } = useMessages();
  const format = formats(useLocale());
  const { draft, each, id } = props;
  const chosen = draft.groups.filter(({ key }) => each.groups.includes(key));
  if (chosen.length < 2) return null;
  const nouns = [...new Set(chosen.map(({ noun }) => noun || draft.noun))];
  const reason = whyNotAdded({
    groupsAdd: each.groupsAdd,
    targetGroups: chosen.map(({ code }) => code),
    wording: { nouns, acts: [], gives: [] },
  });

  return (
    <div className="mt-3">
      {reason === "unlike" ? null : <SentUnticked name={id} />}
      <label className="flex min-h-11 items-center gap-2 text-dense tablet:min-h-8">
        <input
          id={id}
          name={id}
          value="1"
          type="checkbox"
          className="size-5 accent-brand tablet:size-4"
          checked={reason !== "unlike" && each.groupsAdd}
          disabled={reason === "unlike"}
          aria-describedby={`${id}-what`}
          onChange={({ target }) => props.onChange(target.checked)}
        />
        {t("label")}
      </label>
      <p id={`${id}-what`} className="max-w-160 text-note text-ink3">
        {reason === null
          ? t("added")
          : t(reason, {
              nouns: format.list(
                nouns.map((noun) => (isNoun(noun) ? words.nouns[noun].one : noun)),
              ),
            })}
      </p>
    </div>
  );
}
