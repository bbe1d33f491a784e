import { useLocale, useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import type { FormState } from "@/lib/base/forms/form-state";
import { formats } from "@/lib/base/i18n/format";
import type { PlaceReopening } from "@/lib/report/verification/day-access";

import { RequestList } from "./request-list";
import { useWhen, type Moment } from "./use-when";

/** Questions that wait for an answer, above everything else: somebody cannot type meanwhile. */
export function RequestsPanel(props: {
  readonly slug: string;
  readonly questions: readonly PlaceReopening[];
  readonly moment: Moment;
  readonly decide: (previous: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("verification.requests");
  const format = formats(useLocale());
  const when = useWhen(props.moment);

  return (
    <Panel title={t("title", { count: props.questions.length })} className="mt-4">
      <RequestList
        slug={props.slug}
        decide={props.decide}
        requests={props.questions.map(({ id, askedBy, askedAt, placeName, day, reason }) => ({
          id,
          asked: t("asked", {
            who: askedBy ?? t("someone"),
            place: placeName,
            day: format.weekdayDay(day),
          }),
          when: t("when", { when: when(askedAt) }),
          reason,
        }))}
      />
    </Panel>
  );
}
