"use client";

import { partKeyOf, partTextsOf } from "@/lib/report/part/key";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import type { Wording } from "@/lib/base/i18n/wording";
import type { RowState } from "@/lib/device/entry/row-state";
import { savedParts } from "@/lib/device/entry/row-state";
import {
  askedNumbers,
  reasonCodes,
  type AskedOfDay,
  type ReportPartKind,
  type ReportPart,
} from "@/lib/report/part/part";
import { readTypedParts, saysMoreRecovered, type TypedParts } from "@/lib/report/part/typed";
import { readTypedCount } from "@/lib/report/typed-count";
import { formFields } from "@/lib/report/village-form";

import { CountInput } from "./count-input";
import { goToNextField } from "./next-field";
import { selectWhole } from "./select-whole";

/** What a card asks besides tallies, and the words of its sentences. */
export type AskedParts = AskedOfDay & {
  readonly wording: Wording;
  /** Of the interventions, by their codes. */
  readonly names: Readonly<Record<string, string>>;
};

const sections = [
  { title: "reasons", kinds: ["reason"] },
  { title: "sweeping", kinds: ["found", "recovered"] },
  { title: "vials", kinds: ["vials"] },
] as const satisfies readonly { title: string; kinds: readonly ReportPartKind[] }[];

/** Of the sentence that more people were served than found. */
const overId = "part-over";

type Props = {
  readonly asked: AskedParts;
  readonly state: RowState;
  readonly isReadOnly: boolean;
  readonly onType: (parts: TypedParts) => void;
};

/** What a report says besides its tallies: a fold for each part that the campaign asks for. */
export function ReportParts({ asked, state, isReadOnly, onType }: Props) {
  const numbers = askedNumbers(asked);
  const typed = state.parts ?? readTypedParts(partTextsOf([...savedParts(state)]), asked);
  return (
    <div className="grid gap-1">
      <input type="hidden" name={formFields.hasParts} value="1" />
      {sections.map(({ title, kinds }) => {
        const own = numbers.filter(({ kind }) =>
          (kinds as readonly ReportPartKind[]).includes(kind),
        );
        return own.length === 0 ? null : (
          <Section
            key={title}
            {...{ title, typed, isReadOnly, asked }}
            numbers={own}
            onType={(key, text) => onType(readTypedParts({ ...typed.texts, [key]: text }, asked))}
          />
        );
      })}
    </div>
  );
}

function Section(props: {
  readonly title: (typeof sections)[number]["title"];
  readonly asked: AskedParts;
  readonly numbers: readonly Pick<ReportPart, "kind" | "code">[];
  readonly typed: TypedParts;
  readonly isReadOnly: boolean;
  readonly onType: (key: string, text: string) => void;
}) {
  const { title, asked, numbers, typed } = props;
  const t = useSentences("reportParts", asked.wording);
  const nameOf = ({ kind, code }: Pick<ReportPart, "kind" | "code">) => {
    if (kind === "found" || kind === "recovered") return t(`sweeping.${kind}`);
    const reason = reasonCodes.find((each) => each === code);
    return reason ? t(`codes.${reason}`) : (asked.names[code] ?? code);
  };
  const filled = numbers.filter((number) => (typed.texts[partKeyOf(number)] ?? "").trim() !== "");
  const isOver = title === "sweeping" && saysMoreRecovered(typed.texts);
  return (
    <details open={filled.length > 0 || undefined} className="group">
      <summary className="flex min-h-11 w-fit items-center gap-1.5 text-dense text-link underline">
        {t(`${title}.title`)}
        <ChevronDown aria-hidden className="size-4 group-open:rotate-180" />
      </summary>
      <fieldset className="-mx-4 border-y border-line bg-surface px-4 pb-3 tablet:mx-0 tablet:rounded-panel tablet:border-x">
        <legend className="sr-only">{t(`${title}.title`)}</legend>
        <p className="py-2 text-note text-ink2">{t(`${title}.note`)}</p>
        {numbers.map((number) => (
          <NumberField
            key={partKeyOf(number)}
            {...{ number }}
            name={nameOf(number)}
            legend={t(`${title}.title`)}
            text={typed.texts[partKeyOf(number)] ?? ""}
            isWrong={isOver && number.kind === "recovered"}
            isReadOnly={props.isReadOnly}
            onType={(text) => props.onType(partKeyOf(number), text)}
          />
        ))}
        {isOver ? (
          <p id={overId} role="status" className="pt-2 text-note font-medium text-error">
            {t("sweeping.over")}
          </p>
        ) : null}
      </fieldset>
    </details>
  );
}

function NumberField(props: {
  readonly number: Pick<ReportPart, "kind" | "code">;
  readonly name: string;
  readonly legend: string;
  readonly text: string;
  /** What it says does not go with the others; the section says why. */
  readonly isWrong: boolean;
  readonly isReadOnly: boolean;
  readonly onType: (text: string) => void;
}) {
  const t = useTranslations("entry.rejected");
  const { number, text } = props;
  const id = `part-${number.kind}-${number.code}`;
  const read = readTypedCount(text);
  return (
    <div className="border-t border-line py-2">
      <div className="flex items-center justify-between gap-3">
        <label htmlFor={id} className="min-w-0 text-dense wrap-anywhere">
          {props.name}
          <span className="sr-only">, {props.legend}</span>
        </label>
        <CountInput
          id={id}
          name={formFields.part(number)}
          value={text}
          onType={props.onType}
          onKeyDown={goToNextField}
          {...selectWhole}
          readOnly={props.isReadOnly}
          enterKeyHint="next"
          aria-invalid={props.isWrong || read.kind === "rejected" ? true : undefined}
          aria-describedby={
            read.kind === "rejected" ? `${id}-problem` : props.isWrong ? overId : undefined
          }
          className="h-11 w-20 shrink-0 rounded-control border border-line-strong bg-surface pr-3 text-right text-section font-semibold aria-invalid:border-2 aria-invalid:border-error-line"
        />
      </div>
      {read.kind === "rejected" ? (
        <p id={`${id}-problem`} className="text-note font-medium text-error">
          {t(read.reason, { text: text.trim() })}
        </p>
      ) : null}
    </div>
  );
}
