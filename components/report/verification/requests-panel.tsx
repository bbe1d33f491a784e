import { useLocale, useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import type { FormState } from "@/lib/base/forms/form-state";
import { formats } from "@/lib/base/i18n/format";
import type { PlaceReopening } from "@/lib/report/verification/day-access";

import { RequestList } from "./request-list";
import { useWhen, type ZonedMoment } from "./use-when";

/** Questions that wait for an answer, above everything else: somebody cannot type meanwhile. */
export function RequestsPanel(props: {
  readonly actorId: string;
  readonly slug: string;
  readonly questions: readonly PlaceReopening[];
  /** Where who asks is written to. */
  readonly tell: (question: PlaceReopening) => string;
  readonly moment: ZonedMoment;
  readonly decide: (previous: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("verification.requests");
  const draft = useTranslations("draft");
  const format = formats(useLocale());
  const when = useWhen(props.moment);

  return (
    <Panel title={t("title", { count: props.questions.length })} className="mt-4">
      <RequestList
        slug={props.slug}
        decide={props.decide}
        kept={{
          name: `${props.actorId}/tolak`,
          texts: { restored: draft("restored"), discard: draft("discard") },
        }}
        requests={props.questions.map((question) => ({
          id: question.id,
          asked: t("asked", {
            who: question.askedBy ?? t("someone"),
            place: question.placeName,
            day: format.weekdayDay(question.day),
          }),
          when: t("when", { when: when(question.askedAt) }),
          reason: question.reason,
          tell: {
            href: props.tell(question),
            name: t("tellOf", { who: question.askedBy ?? t("someone") }),
          },
        }))}
      />
    </Panel>
  );
}
