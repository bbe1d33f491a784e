import { useLocale, useTranslations } from "next-intl";

import { Button } from "@/components/base/ui/button";
import { ratioTenths } from "@/lib/coverage/percent";
import { formats } from "@/lib/base/i18n/format";
import { limits } from "@/lib/base/limits";
import type { VerificationQuestion } from "@/lib/report/verification/answer";

import { deskForm } from "./desk-form";

/** What verifying several reports at once does, before it is done: part of the desk's one form. */
export function VerifyQuestion(props: {
  readonly question: VerificationQuestion;
  readonly isPending: boolean;
}) {
  const t = useTranslations("verification.question");
  const act = useTranslations("verification.act");
  const format = formats(useLocale());
  const { question } = props;
  const cell = "py-1 pr-4 text-left align-top font-normal";
  const share = (verified: number, doses: number) =>
    t("share", {
      share: format.tenths(
        ratioTenths({ numerator: Math.max(0, verified), denominator: Math.max(0, doses) }),
      ),
      verified: format.count(verified),
      doses: format.count(doses),
    });
  return (
    <section
      aria-labelledby="tanya-verifikasi"
      data-part=""
      className="max-h-[70dvh] overflow-y-auto rounded-control border border-line-strong p-3 text-dense"
    >
      <input type="hidden" name="ditanya" value={question.marks} form={deskForm} />
      <h3 id="tanya-verifikasi" role="alert" className="text-panel font-semibold">
        {t("title", { reports: question.reports })}
      </h3>
      <p className="text-ink2">
        {t("what", { doses: format.count(question.doses), units: question.units })}
      </p>
      <table className="mt-2 w-full max-w-180">
        <caption className="text-left text-note text-ink3">{t("caption")}</caption>
        <thead className="text-note text-ink2">
          <tr className="border-b border-line-strong">
            {(["intervention", "now", "then"] as const).map((key) => (
              <th key={key} scope="col" className={cell}>
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {question.interventions.map((each) => (
            <tr key={each.name} className="border-b border-line">
              <th scope="row" className={cell}>
                {each.name}
              </th>
              <td className={cell}>{share(each.verifiedNow, each.doses)}</td>
              <td className={`${cell} font-semibold`}>{share(each.verifiedThen, each.doses)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {question.remarked > 0 ? (
        <div className="mt-3 grid max-w-140 gap-1">
          <p>{t("remarked", { count: question.remarked })}</p>
          <label htmlFor="alasan-verifikasi" className="font-medium">
            {t("reason")}
          </label>
          <textarea
            id="alasan-verifikasi"
            name="alasan-verifikasi"
            form={deskForm}
            rows={2}
            maxLength={limits.reasonLetters}
            aria-describedby="alasan-verifikasi-hint"
            aria-invalid={question.isReasonMissing ? true : undefined}
            className="w-full rounded-control border border-line-strong bg-surface px-3 py-2 text-body text-ink aria-invalid:border-2 aria-invalid:border-error-line"
          />
          <p id="alasan-verifikasi-hint" className="text-note text-ink3">
            {question.isReasonMissing ? (
              <strong role="alert" className="block font-medium text-error">
                {t("reasonMissing")}
              </strong>
            ) : null}
            {t("reasonHint")}
          </p>
        </div>
      ) : null}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button type="submit" name="lakukan" value="batal" form={deskForm}>
          {t("cancel")}
        </Button>
        <Button
          type="submit"
          name="lakukan"
          value="ya"
          form={deskForm}
          variant="primary"
          disabled={props.isPending}
        >
          {props.isPending ? act("busy") : t("yes", { reports: question.reports })}
        </Button>
      </div>
    </section>
  );
}
