import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { z } from "zod";

import type { RegionChoice } from "@/components/account/people/region-field";
import { KeptNotice } from "@/components/base/kept/kept-notice";
import { newDraft, resumedDraft, type CampaignDraft } from "@/lib/campaign/draft";
import { forgetDraft, keepDraft, readDraft } from "@/lib/base/forms/kept-draft";

const keptDraft = z.custom<CampaignDraft>(
  (value) =>
    typeof value === "object" &&
    value !== null &&
    Object.keys(newDraft("")).every((field) => field in value),
);
const kept = z.object({
  draft: keptDraft,
  district: z.object({ code: z.string(), name: z.string(), within: z.null() }).nullable(),
});

/** What was typed is changed from this; null: it is kept in another shape, or no campaign stands. */
type Base = CampaignDraft | null;

type HalfTypedCampaign = {
  readonly draft: CampaignDraft;
  /** The kabupaten that was chosen, to be shown by its name. */
  readonly district: RegionChoice | null;
};

/**
 * Keeps a half-typed campaign in the browser's session and puts it back; where the campaign was
 * changed since, it asks first.
 */
export function KeptCampaign(
  props: HalfTypedCampaign & {
    readonly name: string;
    readonly initial: CampaignDraft;
    /** What `draft` began with. */
    readonly base: CampaignDraft;
    /** The last answer: what was rejected is half typed again. */
    readonly answer: unknown;
    /** With what it began with, where that is no longer what stands. */
    readonly restore: (found: HalfTypedCampaign & { readonly base: Base }) => void;
    readonly discard: () => void;
  },
) {
  const { name, initial, draft, district, answer } = props;
  const t = useTranslations("draft");
  const base = JSON.stringify(props.base);
  const [found, setFound] = useState<
    (HalfTypedCampaign & { readonly base: Base; readonly isOld: boolean }) | null
  >(null);
  const isAsking = found?.isOld === true;

  // Once, when the form is there: what is typed from then on is the form's.
  const putBack = useEffectEvent(() => {
    const read = readDraft(name);
    const value = kept.safeParse(read?.value);
    if (!read || !value.success) return;
    const isOld = read.base !== JSON.stringify(initial);
    const began = isOld ? (keptDraft.safeParse(JSON.parse(read.base)).data ?? null) : null;
    // What the browser keeps is no state of React's until it is found.
    queueMicrotask(() => {
      setFound({ ...value.data, base: began, isOld });
      if (!isOld) {
        props.restore({ ...value.data, base: null, draft: resumedDraft(value.data.draft) });
      }
    });
  });
  useEffect(() => putBack(), []);

  useEffect(() => {
    if (draft !== initial && !isAsking) keepDraft(name, { value: { draft, district }, base });
  }, [answer, base, district, draft, initial, isAsking, name]);

  if (!found) return null;
  const discard = {
    label: t("discard"),
    run: () => {
      forgetDraft(name);
      if (!found.isOld) props.discard();
      setFound(null);
    },
  };
  return (
    <KeptNotice
      text={t(found.isOld ? "changedSince" : "restored")}
      actions={
        found.isOld
          ? [
              {
                label: t("restore"),
                run: () => {
                  props.restore({ ...found, draft: resumedDraft(found.draft) });
                  setFound({ ...found, isOld: false });
                },
              },
              discard,
            ]
          : [discard]
      }
    />
  );
}
