import { ChevronRight, Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";

import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import type { FormState } from "@/lib/forms/form-state";
import type { PreviewAnswer } from "@/lib/tally-import/preview";

const fileLimitBytes = 5 * 1024 * 1024;

/** Which figures, and the file or what is pasted. What was given stands after a refusal. */
export function ImportForm(props: {
  readonly slug: string;
  readonly state: FormState<PreviewAnswer>;
  readonly isReading: boolean;
  readonly onCheck: (form: FormData) => Promise<void>;
}) {
  const t = useTranslations("tallyImport.form");
  const files = useTranslations("tallyImport.files");
  const problems = useTranslations("problems");
  const [isTooLarge, setTooLarge] = useState(false);
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
        <Banner kind="error" role="alert" title={files(answer.problem)}>
          {answer.fileName}
          {answer.problem === "noHead" ? (
            <span className="mt-2 block">
              {files("heads")} {answer.heads.join(" · ")}
            </span>
          ) : null}
        </Banner>
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
      <TextField
        id="file"
        name="file"
        type="file"
        accept=".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        label={t("file")}
        hint={t("fileHint")}
        className="[&_input]:py-2"
        onChange={(event) => setTooLarge((event.target.files?.[0]?.size ?? 0) > fileLimitBytes)}
        problem={isTooLarge ? files("tooLarge") : undefined}
      />
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
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="primary" size="phone" disabled={isReading || isTooLarge}>
          <Upload aria-hidden className="size-4" />
          {isReading ? t("reading") : t("submit")}
        </Button>
        {isReading ? (
          <div role="status" className="grid min-w-48 grow gap-1">
            <p className="text-note text-ink2">{t("readingNote")}</p>
            <progress className="h-1.5 w-full accent-brand" aria-label={t("reading")} />
          </div>
        ) : null}
      </div>
    </form>
  );
}
