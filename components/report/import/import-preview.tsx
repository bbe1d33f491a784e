import { Save, Upload } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";

import { FileQuestions } from "@/components/base/sheet/file-questions";
import { ReadAs } from "@/components/base/sheet/read-as";
import { RejectionTable } from "@/components/base/sheet/rejection-table";
import { RejectionsDownload } from "@/components/base/sheet/rejections-download";
import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { ButtonLink } from "@/components/base/ui/button-link";
import { Panel } from "@/components/base/ui/panel";
import type { FormState } from "@/lib/base/forms/form-state";
import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import { isOpen } from "@/lib/campaign/table-reading/question";
import type { TallyPreview as Preview, PlanView, StoreAnswer } from "@/lib/report/import/preview";

import { DayTable } from "./day-table";
import { Differences } from "./differences";

/** Row numbers that a note names before it says "and others". */
const linesNamed = 12;

type PreviewProps = {
  readonly slug: string;
  readonly isSample: boolean;
  readonly preview: Preview;
  readonly stored: FormState<StoreAnswer>;
  /** The form of answers about the file. */
  readonly answersForm: string;
  readonly isReading: boolean;
  readonly isStoring: boolean;
  readonly onStore: (terms: FormData) => void;
  readonly onAgain: () => void;
  readonly steps: ReactNode;
};

/** What a file would do. Rows that are ready may be stored although others are rejected. */
export function TallyImportPreview(props: PreviewProps) {
  const t = useTranslations("tallyImport.preview");
  const form = useTranslations("tallyImport.form");
  const problems = useTranslations("problems");
  const locale = useLocale();
  const [overwrites, setOverwrites] = useState(false);
  const { preview, stored, isStoring } = props;
  const view = (overwrites ? preview.overwritten : null) ?? preview.kept;
  const sending = view.fresh + (overwrites ? view.differs : 0);
  const ready = sending + view.same;
  const left = overwrites ? 0 : view.differs;
  const told = { read: preview.rowsRead, ready, differs: left, rejected: view.rowsRejected };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        props.onStore(new FormData(event.currentTarget));
      }}
      noValidate
      className="grid gap-4"
      aria-busy={isStoring}
    >
      <input type="hidden" name="checkedAt" value={preview.checkedAt} />
      <PreviewHead {...props} view={view} sending={sending} />
      {props.steps}
      <FileQuestions
        questions={preview.questions}
        formId={props.answersForm}
        isReading={props.isReading}
      />
      <ReadAs table={preview.table} formId={props.answersForm} isReading={props.isReading} />
      {isStoring ? (
        <div role="status" className="grid gap-1">
          <p className="text-note text-ink2">{t("storingNote")}</p>
          <progress className="h-1.5 w-full accent-brand" aria-label={t("storing")} />
        </div>
      ) : null}
      {stored.status === "saved" && stored.result.kind !== "stored" ? (
        <Banner kind="error" role="alert" title={problems("conflict")} />
      ) : null}
      {stored.status === "rejected" ? (
        <Banner
          kind="error"
          role="alert"
          title={problems(stored.code ?? Object.values(stored.fields)[0]?.[0] ?? "invalid")}
        />
      ) : null}
      <dl className="grid grid-cols-2 gap-x-10 gap-y-3 rounded-panel border border-line bg-surface p-4 text-dense tablet:flex tablet:flex-wrap tablet:px-5">
        <Fact label={t("file")}>{preview.fileName}</Fact>
        <Fact label={t("figures")}>{form(preview.figures)}</Fact>
        <Counts view={view} />
      </dl>
      <Panel
        title={t(left > 0 ? "readDiffers" : "read", told)}
        note={notes(preview, t, formats(locale))}
      >
        <div aria-hidden className="mt-3 flex h-3 gap-0.5">
          <Part className="bg-full" rows={ready} />
          <Part className="bg-warn-line" rows={left} />
          <Part className="bg-error-line" rows={view.rowsRejected} />
        </div>
        {view.rejected.length > 0 ? (
          <RejectionTable
            rejected={view.rejected}
            untold={view.untold}
            more={(rows) => t("more", { rows })}
          />
        ) : null}
      </Panel>
      {preview.differences.length > 0 ? (
        <Differences
          rows={preview.differences}
          total={preview.overwritten?.differs ?? 0}
          overwrites={overwrites}
          onChange={setOverwrites}
          problem={stored.status === "rejected" ? stored.fields["note"]?.[0] : undefined}
        />
      ) : null}
      {view.days.length > 0 ? <DayTable days={view.days} figures={preview.figures} /> : null}
    </form>
  );
}

/** What it is, and what can be done with it. */
function PreviewHead(
  props: PreviewProps & {
    readonly view: PlanView;
    /** Reports that would be stored. */
    readonly sending: number;
  },
) {
  const t = useTranslations("tallyImport.preview");
  const { isStoring, preview, sending, view } = props;
  return (
    <div className="flex flex-wrap items-end justify-between gap-4">
      <div className="min-w-64 flex-1">
        <h1 className="text-title font-semibold">{t("title")}</h1>
        <p className="max-w-160 text-dense text-ink2">
          {t("nothingStored")} {view.rowsRejected > 0 ? t("rejectedNote") : null}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={withQuery(routes.entry, { kampanye: props.slug })}>
          {t("cancel")}
        </ButtonLink>
        {view.rejected.length > 0 ? (
          <RejectionsDownload
            fileName={t("csvName")}
            label={t("download", { rows: view.rowsRejected })}
            rejected={view.rejected}
            isSample={props.isSample}
          />
        ) : null}
        <Button variant={sending === 0 ? "primary" : "secondary"} onClick={props.onAgain}>
          <Upload aria-hidden className="size-4" />
          {t("again")}
        </Button>
        {/* Storing without reports still remembers what was rejected. */}
        {sending > 0 || view.rowsRejected > 0 ? (
          <Button
            type="submit"
            variant={sending === 0 ? "secondary" : "primary"}
            disabled={isStoring || props.isReading || isOpen(preview.questions)}
          >
            <Save aria-hidden className="size-4" />
            {isStoring ? t("storing") : sending === 0 ? t("record") : t("store", { rows: sending })}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function Counts(props: { readonly view: PlanView }) {
  const t = useTranslations("tallyImport.preview");
  const f = formats(useLocale());
  const { fresh, same, differs, rowsRejected } = props.view;
  return (
    <>
      <Fact label={t("fresh")}>{f.count(fresh)}</Fact>
      <Fact label={t("same")}>{f.count(same)}</Fact>
      <Fact label={t("differs")}>{f.count(differs)}</Fact>
      <Fact label={t("rejected")}>{f.count(rowsRejected)}</Fact>
    </>
  );
}

function Fact(props: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="text-note text-ink3">{props.label}</dt>
      <dd className="font-medium break-words">{props.children}</dd>
    </div>
  );
}

function Part(props: { readonly className: string; readonly rows: number }) {
  return props.rows === 0 ? null : (
    <span
      className={`min-w-1.5 rounded-cell ${props.className}`}
      style={{ flexGrow: props.rows }}
    />
  );
}

function notes(
  { emptyLines, totals, notUnits, doses, figures }: Preview,
  t: ReturnType<typeof useTranslations<"tallyImport.preview">>,
  f: ReturnType<typeof formats>,
) {
  const lines = f.list(emptyLines.slice(0, linesNamed).map(String));
  const empty = emptyLines.length > linesNamed ? "emptyMany" : "empty";
  return [
    ...notUnits.map(({ kind, names, ...counted }) =>
      t(`notUnits.${kind}`, {
        ...counted,
        names: f.list(names.slice(0, linesNamed)),
        total: doses,
        figures,
      }),
    ),
    totals.length > 0 ? t("totals", { names: f.list(totals.slice(0, linesNamed)) }) : "",
    emptyLines.length > 0 ? t(empty, { rows: emptyLines.length, lines }) : "",
  ]
    .filter(Boolean)
    .join(" ");
}
