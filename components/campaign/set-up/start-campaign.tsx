"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";

import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { SelectField } from "@/components/base/ui/field";
import { Panel } from "@/components/base/ui/panel";
import { untouched, type FormState } from "@/lib/base/forms/form-state";
import { presetNames } from "@/lib/campaign/preset";

/** What a new campaign can be filled from: a preset, or an earlier campaign. Works without scripts. */
export function StartCampaign(props: {
  readonly campaigns: readonly { readonly slug: string; readonly name: string }[];
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("campaigns");
  const problems = useTranslations("problems");
  const [state, send, isPending] = useActionState<FormState, FormData>(props.action, untouched);
  return (
    <div className="grid max-w-240 gap-4">
      {state.status === "rejected" ? (
        <Banner kind="error" role="alert" title={problems(state.code ?? "invalid")} />
      ) : null}
      <Panel title={t("form.preset")} note={t("setUp.startNote")}>
        <form action={send} className="mt-3 flex flex-wrap gap-2">
          {presetNames.map((name) => (
            <Button
              key={name}
              type="submit"
              name="isi"
              value={name}
              size="phone"
              disabled={isPending}
            >
              {t(`form.presets.${name}`)}
            </Button>
          ))}
        </form>
      </Panel>
      {props.campaigns.length > 0 ? (
        <Panel title={t("setUp.copy")} note={t("setUp.copyNote")}>
          <form action={send} className="mt-3 grid items-end gap-3 tablet:grid-cols-[1fr_auto]">
            <SelectField id="salin" name="isi" label={t("setUp.copyFrom")}>
              {props.campaigns.map(({ slug, name }) => (
                <option key={slug} value={`kampanye/${slug}`}>
                  {name}
                </option>
              ))}
            </SelectField>
            <Button type="submit" size="phone" disabled={isPending}>
              {t("setUp.copyButton")}
            </Button>
          </form>
        </Panel>
      ) : null}
    </div>
  );
}
