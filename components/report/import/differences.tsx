import { ArrowRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";

import { LineCell } from "@/components/base/sheet/line-cell";
import { Panel } from "@/components/base/ui/panel";
import { HeadCell, RowHead, ScrollTable, TableHead } from "@/components/base/ui/table";
import { SelectField, TextField } from "@/components/base/ui/field";
import type { Problem } from "@/lib/base/forms/problem";
import { formats } from "@/lib/base/i18n/format";
import type { ToldDifference } from "@/lib/report/import/preview";
import type { ChangeReason } from "@/lib/report/schema";

const shown = 100;

/** Reasons that a file may have; written out, because the schema brings the whole of zod along. */
const reasons = [
  "lateData",
  "recount",
  "typingError",
  "wrongPlace",
  "wrongDay",
  "returned",
  "other",
] as const satisfies readonly ChangeReason[];

/** Rows that meet another version, and whether to write over it. */
export function Differences(props: {
  readonly rows: readonly ToldDifference[];
  readonly total: number;
  readonly overwrites: boolean;
  readonly onChange: (overwrites: boolean) => void;
  readonly problem: Problem | undefined;
}) {
  const t = useTranslations("tallyImport.differences");
  const preview = useTranslations("tallyImport.preview");
  const sheet = useTranslations("sheet.rejections");
  const codes = useTranslations("entry.reason.codes");
  const problems = useTranslations("problems");
  const f = formats(useLocale());
  const [reason, setReason] = useState<(typeof reasons)[number]>("lateData");
  const rest = props.total - Math.min(shown, props.rows.length);
  return (
    <Panel title={t("title")} note={t("note", { rows: props.total })}>
      <div className="mt-3 grid gap-3 rounded-control bg-sunken p-3">
        <label className="flex min-h-11 items-center gap-3 text-dense tablet:min-h-8">
          <input
            type="checkbox"
            name="overwrite"
            checked={props.overwrites}
            onChange={(event) => props.onChange(event.target.checked)}
            className="size-5 shrink-0 accent-brand"
          />
          <span>
            <span className="font-medium">{t("overwrite")}</span>{" "}
            <span className="text-ink2">{t("overwriteNote")}</span>
          </span>
        </label>
        {props.overwrites ? (
          <div className="grid max-w-180 gap-4 tablet:grid-cols-2">
            <SelectField
              id="reason"
              name="reason"
              label={t("reason")}
              value={reason}
              onChange={(event) =>
                setReason(reasons.find((each) => each === event.target.value) ?? "lateData")
              }
            >
              {reasons.map((code) => (
                <option key={code} value={code}>
                  {codes(code)}
                </option>
              ))}
            </SelectField>
            <TextField
              id="note"
              name="note"
              label={t("explanation")}
              hint={t("explanationHint")}
              maxLength={500}
              required={reason === "other"}
              autoComplete="off"
              problem={props.problem && problems(props.problem)}
            />
          </div>
        ) : null}
      </div>
      <ScrollTable
        look="ruled-table"
        onPhone="stacks"
        label={t("title")}
        frame="mt-2"
        className="tablet:min-w-180"
      >
        <TableHead>
          <HeadCell isNumber>{sheet("row")}</HeadCell>
          {[sheet("place"), preview("day"), `${t("stands")} → ${t("inFile")}`, t("by")].map(
            (head) => (
              <HeadCell key={head}>{head}</HeadCell>
            ),
          )}
        </TableHead>
        <tbody>
          {props.rows.slice(0, shown).map((row) => (
            <tr key={row.line} className="align-top">
              <LineCell line={row.line} />
              <RowHead>
                {row.place} <span className="font-normal text-ink3">{row.placeNote}</span>
              </RowHead>
              <td className="whitespace-nowrap">{f.day(row.day)}</td>
              <td>
                <ul className="flex flex-wrap gap-x-4">
                  {row.cells.map(({ label, from, to }) => (
                    <li key={label} className="whitespace-nowrap">
                      <span className="text-ink3">{label}</span> {from}{" "}
                      <ArrowRight aria-hidden className="inline size-3.5 text-ink3" />{" "}
                      <span className="font-semibold">{to}</span>
                    </li>
                  ))}
                </ul>
              </td>
              <td className="tablet:pr-4">
                {row.by ?? t("someone")}
                {row.isVerified ? <span className="text-ink3">, {t("verified")}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {rest > 0 ? (
        <p className="mt-2 text-note text-ink2">{preview("more", { rows: rest })}</p>
      ) : null}
    </Panel>
  );
}
