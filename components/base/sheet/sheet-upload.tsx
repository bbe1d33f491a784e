import { Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";

import { Button } from "@/components/base/ui/button";
import { TextField } from "@/components/base/ui/field";
import { limits } from "@/lib/base/limits";

const spreadsheets =
  ".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The end of a form that takes a file: the file, another way to give rows, and the button. */
export function SheetUpload(props: {
  readonly label: string;
  readonly hint: string;
  /** What is said of a file beyond the limit, before it is sent. */
  readonly tooLarge: string;
  readonly button: string;
  readonly isReading: boolean;
  readonly children?: ReactNode;
}) {
  const t = useTranslations("sheet.upload");
  const [isTooLarge, setTooLarge] = useState(false);
  const { isReading } = props;
  return (
    <>
      <TextField
        id="file"
        name="file"
        type="file"
        accept={spreadsheets}
        label={props.label}
        hint={props.hint}
        className="[&_input]:py-2"
        onChange={(event) => setTooLarge((event.target.files?.[0]?.size ?? 0) > limits.fileBytes)}
        problem={isTooLarge ? props.tooLarge : undefined}
      />
      {props.children}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="primary" size="phone" disabled={isReading || isTooLarge}>
          <Upload aria-hidden className="size-4" />
          {isReading ? t("reading") : props.button}
        </Button>
        {isReading ? (
          <div role="status" className="grid min-w-48 grow gap-1">
            <p className="text-note text-ink2">{t("readingNote")}</p>
            <progress className="h-1.5 w-full accent-brand" aria-label={t("reading")} />
          </div>
        ) : null}
      </div>
    </>
  );
}
