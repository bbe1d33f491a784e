import { useTranslations } from "next-intl";

import { TextAreaField } from "@/components/base/ui/field";

import { EventTick } from "./tick-box";

/** Signs in words. What may be a name is asked about, and stays typed. */
export function SignsField(props: {
  readonly signs: string;
  readonly problem: string | undefined;
  /** Whether it was asked if a name stands here. */
  readonly isAsked: boolean;
  readonly isNoName: boolean;
}) {
  const t = useTranslations("adverseEventForm");
  return (
    <div className="tablet:col-span-2">
      <TextAreaField
        id="signs"
        name="signs"
        label={t("signs")}
        hint={t("signsHint")}
        rows={3}
        maxLength={500}
        defaultValue={props.signs}
        problem={props.problem}
      />
      {props.isAsked || props.isNoName ? (
        <EventTick name="isNoName" label={t("isNoName")} isTicked={props.isNoName} />
      ) : null}
    </div>
  );
}
