import { Download } from "lucide-react";
import { useTranslations } from "next-intl";

import { Button } from "@/components/base/ui/button";
import { ungrouped, type RejectionGroup } from "@/lib/base/spreadsheet/sheet-rejection";

import { saveCsv } from "./save-csv";

/** Hands every fault of a file to the reader as a file of its own, to correct by. */
export function RejectionsDownload(props: {
  readonly fileName: string;
  readonly label: string;
  readonly rejected: readonly RejectionGroup[];
  readonly isSample: boolean;
}) {
  const t = useTranslations("sheet.rejections");
  const common = useTranslations("common");

  function save() {
    const heads = ["row", "place", "column", "content", "why", "advice"] as const;
    const rows = ungrouped(props.rejected).map((each) => [
      each.line,
      [each.place, each.placeNote].filter(Boolean).join(", "),
      each.column,
      each.content,
      each.why,
      each.advice,
    ]);
    const mark = props.isSample ? common("sample.label") : null;
    saveCsv(props.fileName, [heads.map((head) => t(head)), ...rows], mark);
  }

  return (
    <Button onClick={save}>
      <Download aria-hidden className="size-4" />
      {props.label}
    </Button>
  );
}
