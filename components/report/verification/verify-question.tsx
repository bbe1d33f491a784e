import { useLocale, useTranslations } from "next-intl";

import { Button } from "@/components/base/ui/button";
import { HeadCell, PlainTable, RowHead, TableHead } from "@/components/base/ui/table";
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
        {question.doses === null
          ? t("whatReports", { units: question.units })
          : t("what", { doses: format.count(question.doses), units: question.units })}
      </p>
      <PlainTable
        look="ruled-table"
        caption={t("caption")}
        isCaptionShown
        className="tight mt-2 max-w-180"
      >
        <TableHead className="text-ink2">
          {(["intervention", "now", "then"] as const).map((key) => (
            <HeadCell key={key} className="align-top font-normal">
              {t(key)}
            </HeadCell>
          ))}
        </TableHead>
        <tbody>
          {question.interventions.map((each) => (
            <tr key={each.name}>
              <RowHead>{each.name}</RowHead>
              <td>{share(each.verifiedNow, each.doses)}</td>
              <td className="pr-4 font-semibold">{share(each.verifiedThen, each.doses)}</td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
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
