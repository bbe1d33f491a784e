import { createTranslator } from "next-intl";

import type { Locale } from "@/lib/i18n/locale";
import { catalogues } from "@/lib/i18n/messages";
import type { ReportProblem } from "@/lib/tally/schema";
import { rejectionSentence, type Rejection } from "@/lib/target/rejection";

/** Refused rows as a program reads them: where, a code, and a sentence. */
export function toldRejections(rejected: readonly Rejection[], locale: Locale) {
  const t = createTranslator({
    locale,
    messages: catalogues[locale],
    namespace: "targets.rejections",
  });
  return rejected.map(({ row, field, code, params }) => ({
    row,
    field,
    code,
    message: rejectionSentence(t, { code, params }),
  }));
}

/** Problems of a report with their sentences. */
export function toldProblems(problems: readonly ReportProblem[], locale: Locale) {
  const sentences = catalogues[locale].entry.problems;
  return problems.map((problem) => ({ ...problem, message: sentences[problem.code] }));
}
