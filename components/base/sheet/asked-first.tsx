import { Upload } from "lucide-react";
import type { ReactNode } from "react";

import { Button } from "@/components/base/ui/button";
import type { ToldQuestion } from "@/lib/campaign/table-reading/question";

import { FileQuestions } from "./file-questions";

/** A file of which nothing can be shown before a question about it is answered. */
export function AskedFirst(props: {
  readonly title: string;
  readonly fileName: string;
  readonly steps: ReactNode;
  readonly questions: readonly ToldQuestion[];
  readonly formId: string;
  readonly isReading: boolean;
  readonly again: string;
  readonly onAgain: () => void;
}) {
  return (
    <div className="grid gap-4" aria-busy={props.isReading}>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="text-title font-semibold">{props.title}</h1>
          <p className="text-dense break-words text-ink2">{props.fileName}</p>
        </div>
        <Button onClick={props.onAgain}>
          <Upload aria-hidden className="size-4" />
          {props.again}
        </Button>
      </div>
      {props.steps}
      <FileQuestions
        questions={props.questions}
        formId={props.formId}
        isReading={props.isReading}
      />
    </div>
  );
}
