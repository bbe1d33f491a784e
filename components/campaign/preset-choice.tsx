import { useTranslations } from "next-intl";
import { useState } from "react";

import { Button } from "@/components/base/ui/button";
import { Dialog } from "@/components/base/ui/dialog";
import { Panel } from "@/components/base/ui/panel";
import type { CampaignDraft } from "@/lib/campaign/draft";
import { replacedByPreset } from "@/lib/campaign/draft/preset";
import { presetNames, type PresetName } from "@/lib/campaign/preset";

/**
 * What a new campaign can start from. What was typed is replaced only after a question that names it.
 *
 * @param filled the draft as it was filled last, by itself or by a preset.
 */
export function PresetChoice(props: {
  readonly draft: CampaignDraft;
  readonly filled: CampaignDraft;
  readonly choose: (name: PresetName) => void;
}) {
  const t = useTranslations("campaigns.form");
  const [asked, setAsked] = useState<PresetName | null>(null);
  const replaced = asked === null ? [] : replacedByPreset(props.draft, props.filled, asked);

  function press(name: PresetName) {
    if (replacedByPreset(props.draft, props.filled, name).length > 0) setAsked(name);
    else props.choose(name);
  }

  return (
    <Panel title={t("preset")} note={t("presetNote")}>
      <div className="mt-3 flex flex-wrap gap-2">
        {presetNames.map((name) => (
          <Button key={name} onClick={() => press(name)}>
            {t(`presets.${name}`)}
          </Button>
        ))}
      </div>
      {asked ? (
        <Dialog
          isOpen
          onClose={() => setAsked(null)}
          title={t("replace.title", { preset: t(`presets.${asked}`) })}
          closeLabel={t("replace.keep")}
          buttons={
            <>
              <Button onClick={() => setAsked(null)}>{t("replace.keep")}</Button>
              <Button
                variant="danger"
                onClick={() => {
                  props.choose(asked);
                  setAsked(null);
                }}
              >
                {t("replace.confirm")}
              </Button>
            </>
          }
        >
          <p>{t("replace.text")}</p>
          <ul className="mt-1 list-disc pl-5">
            {replaced.map((field) => (
              <li key={field}>{t(field)}</li>
            ))}
          </ul>
        </Dialog>
      ) : null}
    </Panel>
  );
}
