import { ChevronRight, Save, Upload } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useActionState, type ReactNode } from "react";

import { FileQuestions } from "@/components/base/sheet/file-questions";
import { ReadAs } from "@/components/base/sheet/read-as";
import { RejectionTable } from "@/components/base/sheet/rejection-table";
import { RejectionsDownload } from "@/components/base/sheet/rejections-download";
import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { ButtonLink } from "@/components/base/ui/button-link";
import { Panel } from "@/components/base/ui/panel";
import { untouched, type FormState } from "@/lib/base/forms/form-state";
import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import type { TargetPreview as Preview } from "@/lib/campaign/target-population/preview";

import { TargetChangeTable } from "./change-table";
import { ImportSteps } from "./import-steps";

/** What a file would do. Rejected: correct and upload again. Ready: store. */
export function TargetImportPreview(props: {
  readonly slug: string;
  readonly isSample: boolean;
  readonly preview: Preview;
  readonly store: (previous: FormState, form: FormData) => Promise<FormState>;
  /** The form of answers about the file. */
  readonly formId: string;
  readonly isReading: boolean;
  readonly onAgain: () => void;
}) {
  const t = useTranslations("targets.preview");
  const sources = useTranslations("targets.form");
  const problems = useTranslations("problems");
  const f = formats(useLocale());
  const [state, store, isPending] = useActionState(props.store, untouched);
  const { preview } = props;
  const { terms } = preview;
  const { rejected } = preview;
  const ready = preview.rowsRead - preview.rowsRejected;

  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="text-title font-semibold">{t("title")}</h1>
          <p className="text-dense text-ink2">
            {rejected.length > 0
              ? t("rejectedIntro", { rows: preview.rowsRejected })
              : t("readyIntro")}
          </p>
        </div>
        <form action={store} className="flex flex-wrap gap-2">
          <ButtonLink href={withQuery(routes.targets, { kampanye: props.slug })}>
            {t("cancel")}
          </ButtonLink>
          {rejected.length > 0 ? (
            <RejectionsDownload
              fileName={t("csvName")}
              label={t("download", { rows: preview.rowsRejected })}
              rejected={rejected}
              isSample={props.isSample}
            />
          ) : null}
          <Button
            variant={preview.cells === null ? "primary" : "secondary"}
            onClick={props.onAgain}
          >
            <Upload aria-hidden className="size-4" />
            {t("again")}
          </Button>
          {preview.cells === null ? null : (
            <>
              <StoredFields slug={props.slug} preview={preview} cells={preview.cells} />
              <Button type="submit" variant="primary" disabled={isPending || props.isReading}>
                <Save aria-hidden className="size-4" />
                {isPending ? t("storing") : t("store")}
              </Button>
            </>
          )}
        </form>
      </div>
      <ImportSteps current={isPending ? "store" : "check"} />
      <FileQuestions
        questions={preview.questions}
        formId={props.formId}
        isReading={props.isReading}
      />
      <ReadAs table={preview.table} formId={props.formId} isReading={props.isReading} />
      {state.status === "rejected" ? (
        <Banner
          kind="error"
          role="alert"
          title={problems(state.code ?? Object.values(state.fields)[0]?.[0] ?? "invalid")}
        />
      ) : null}
      <dl className="grid gap-x-10 gap-y-3 rounded-panel border border-line bg-surface p-4 text-dense tablet:flex tablet:flex-wrap tablet:px-5">
        <Fact label={t("file")}>{preview.fileName}</Fact>
        <Fact label={t("source")}>
          {sources(terms.source)} {preview.isDeciding ? t("decides") : null}
        </Fact>
        <Fact label={t("asOf")}>{f.day(terms.asOf)}</Fact>
        <Fact label={t("inForceFrom")}>{f.day(terms.inForceFrom)}</Fact>
        <Fact label={t("decree")}>{terms.decree || "–"}</Fact>
        <Fact label={t("replaces")}>
          {preview.replaces ? f.day(preview.replaces.asOf) : t("firstVersion")}
        </Fact>
      </dl>
      <Panel
        title={t("read", { read: preview.rowsRead, ready, rejected: preview.rowsRejected })}
        note={[
          preview.totals.length > 0 ? t("totals", { names: f.list(preview.totals) }) : "",
          preview.rowsSkipped > 0 ? t("skipped", { rows: preview.rowsSkipped }) : "",
          preview.ownSkipped > 0 ? t("ownSkipped", { cells: preview.ownSkipped }) : "",
        ]
          .filter(Boolean)
          .join(" ")}
      >
        <div aria-hidden className="mt-3 flex h-3 gap-0.5">
          <span className="rounded-cell bg-full" style={{ flexGrow: ready }} />
          {preview.rowsRejected > 0 ? (
            <span
              className="min-w-1.5 rounded-cell bg-error-line"
              style={{ flexGrow: preview.rowsRejected }}
            />
          ) : null}
        </div>
        {rejected.length > 0 ? (
          <RejectionTable
            rejected={rejected}
            untold={preview.untold}
            more={(rows) => t("more", { rows })}
          />
        ) : null}
      </Panel>
      <Superseded numbers={preview.superseded} since={terms.inForceFrom} />
      {preview.changes.length > 0 ? <Changes preview={preview} /> : null}
    </div>
  );
}

/** What is stored goes along as the server read it. */
function StoredFields(props: {
  readonly slug: string;
  readonly preview: Preview;
  readonly cells: string;
}) {
  const { preview } = props;
  const { asOf, inForceFrom, decree, source } = preview.terms;
  return Object.entries({
    kampanye: props.slug,
    source,
    asOf,
    inForceFrom,
    decree,
    fileName: preview.fileName,
    newestSeen: preview.replaces?.id ?? "",
    mapping: preview.mapping ?? "",
    cells: props.cells,
    original: preview.original ?? "",
  }).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

/** Says that numbers of the file do not decide now. */
function Superseded(props: { readonly numbers: number; readonly since: string }) {
  const t = useTranslations("targets.preview");
  const f = formats(useLocale());
  return props.numbers > 0 ? (
    <Banner kind="warning" title={t("superseded", { numbers: props.numbers })}>
      {t("supersededNote", { day: f.day(props.since) })}
    </Banner>
  ) : null;
}

function Fact(props: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="text-note text-ink3">{props.label}</dt>
      <dd className="font-medium break-words">{props.children}</dd>
    </div>
  );
}

function Changes(props: { readonly preview: Preview }) {
  const t = useTranslations("targets.preview");
  const f = formats(useLocale());
  const { changes, replaces, rejected } = props.preview;
  const waiting = new Set(
    rejected.flatMap(({ cells }) => cells.map(({ placeNote }) => placeNote)).filter(Boolean),
  );
  return (
    <Panel title={replaces ? t("changes", { day: f.day(replaces.asOf) }) : t("firstChanges")}>
      {changes.map(({ intervention, rows }, index) => {
        const changed = rows.filter(({ before, after }) => before !== after);
        const same = rows.filter((row) => row.before === row.after && !waiting.has(row.name));
        const counts = { changed: changed.length, same: same.length, waiting: waiting.size };
        return (
          <details
            key={intervention}
            open={index === 0}
            className="group border-b border-line py-1"
          >
            <summary className="flex min-h-11 items-center gap-2 text-dense text-ink2 tablet:min-h-9">
              <ChevronRight aria-hidden className="size-4 shrink-0 group-open:rotate-90" />
              {t("changesNote", { intervention, ...counts })}
            </summary>
            {changed.length > 0 ? (
              <TargetChangeTable intervention={intervention} rows={changed} />
            ) : (
              <p className="text-dense text-ink3">{t("unchanged")}</p>
            )}
          </details>
        );
      })}
    </Panel>
  );
}
