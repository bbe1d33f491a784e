import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";

import { SheetUpload } from "@/components/base/sheet/sheet-upload";
import { UnreadableNotice } from "@/components/base/sheet/unreadable-notice";
import { Banner } from "@/components/base/ui/banner";
import type { FormState } from "@/lib/base/forms/form-state";
import type { PreviewAnswer } from "@/lib/report/import/preview";

/** Which figures, and the file or what is pasted. What was given stands after a rejection. */
export function TallyImportForm(props: {
  readonly slug: string;
  readonly state: FormState<PreviewAnswer>;
  readonly isReading: boolean;
  readonly onCheck: (form: FormData) => Promise<void>;
}) {
  const t = useTranslations("tallyImport.form");
  const files = useTranslations("tallyImport.files");
  const problems = useTranslations("problems");
  const [isUnreadable, setUnreadable] = useState(false);
  const { state, isReading } = props;
  const answer = state.status === "saved" ? state.result : null;

  function check(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setUnreadable(false);
    // A file that was moved or changed since it was chosen cannot be read any more.
    props.onCheck(new FormData(event.currentTarget)).catch(() => setUnreadable(true));
  }

  return (
    <form onSubmit={check} noValidate className="grid max-w-180 gap-5" aria-busy={isReading}>
      <input type="hidden" name="kampanye" value={props.slug} />
      {answer?.kind === "unreadable" ? (
        <UnreadableNotice
          why={files(answer.problem, { detail: answer.detail })}
          fileName={answer.fileName}
          heads={answer.problem === "noHead" ? answer.heads : []}
          attempt={answer.attempt}
        />
      ) : null}
      {isUnreadable ? <Banner kind="error" role="alert" title={files("damaged")} /> : null}
      {state.status === "rejected" ? (
        <Banner kind="error" role="alert" title={problems(state.code ?? "invalid")} />
      ) : null}
      <fieldset>
        <legend className="mb-1 text-dense font-medium">{t("figures")}</legend>
        <div className="grid gap-2 tablet:grid-cols-2">
          {(["daily", "cumulative"] as const).map((figures) => (
            <label
              key={figures}
              className="flex items-start gap-3 rounded-control border border-line-strong bg-surface p-3 text-dense has-checked:border-brand"
            >
              <input
                type="radio"
                name="figures"
                value={figures}
                defaultChecked={figures === "daily"}
                className="mt-0.5 size-5 shrink-0 accent-brand"
              />
              <span className="font-medium">
                {t(figures)}
                <span className="block text-note font-normal text-ink2">{t(`${figures}Note`)}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <SheetUpload
        label={t("file")}
        hint={t("fileHint")}
        tooLarge={files("tooLarge")}
        button={t("submit")}
        isReading={isReading}
      >
        <details className="group">
          <summary className="flex min-h-11 items-center gap-2 text-dense font-medium tablet:min-h-8">
            <ChevronRight aria-hidden className="size-4 shrink-0 group-open:rotate-90" />
            {t("pasteOpen")}
          </summary>
          <div className="mt-2 grid gap-1">
            <label htmlFor="pasted" className="text-dense font-medium">
              {t("pasted")}
            </label>
            <textarea
              id="pasted"
              name="pasted"
              rows={6}
              wrap="off"
              spellCheck={false}
              aria-describedby="pasted-hint"
              className="w-full rounded-control border border-line-strong bg-surface p-3 font-mono text-note text-ink"
            />
            <p id="pasted-hint" className="text-note text-ink3">
              {t("pastedHint")}
            </p>
          </div>
        </details>
      </SheetUpload>
    </form>
  );
}
