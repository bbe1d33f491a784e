import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { TextField } from "@/components/base/ui/field";

type Area = { readonly code: string; readonly name: string; readonly parentCode: string };

/** Villages to tick, under their subdistricts; a search opens what it finds. */
export function VillageChooser(props: {
  readonly subdistricts: readonly Area[];
  readonly villages: readonly Area[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const t = useTranslations("campaigns.form");
  const [text, setText] = useState("");
  const chosen = new Set(props.chosen);
  const wanted = text.trim().toLowerCase();

  function toggle(codes: readonly string[], isChosen: boolean) {
    const rest = props.chosen.filter((code) => !codes.includes(code));
    props.onChange(isChosen ? [...rest, ...codes] : rest);
  }

  return (
    <div className="mt-3">
      <SentUnticked name="villages" />
      <TextField
        id="searchVillage"
        type="search"
        label={t("searchVillage")}
        value={text}
        onChange={({ target }) => setText(target.value)}
        className="max-w-90"
      />
      <p role="status" className="my-2 text-dense font-medium">
        {t("chosen", { count: chosen.size })}
      </p>
      <div className="max-h-120 overflow-y-auto border-t border-line">
        {props.subdistricts.map((subdistrict) => {
          const own = props.villages.filter(({ parentCode }) => parentCode === subdistrict.code);
          const isNamed = subdistrict.name.toLowerCase().includes(wanted);
          const shown = isNamed
            ? own
            : own.filter(
                ({ name, code }) => name.toLowerCase().includes(wanted) || code.startsWith(wanted),
              );
          if (shown.length === 0) return null;
          const codes = own.map(({ code }) => code);
          const count = codes.filter((code) => chosen.has(code)).length;
          return (
            <details
              key={`${subdistrict.code} ${wanted === ""}`}
              open={wanted !== ""}
              className="group border-b border-line"
            >
              <summary className="flex min-h-11 items-center justify-between gap-4 text-dense">
                <span className="flex items-center gap-2 font-medium">
                  <ChevronRight aria-hidden className="size-4 shrink-0 group-open:rotate-90" />
                  {subdistrict.name}
                </span>
                <span className="text-note text-ink3">
                  {t("chosenHere", { count, all: own.length })}
                </span>
              </summary>
              <div className="grid gap-x-4 pb-3 tablet:grid-cols-3">
                <TickBox
                  label={t("wholeSubdistrict", { name: subdistrict.name })}
                  isOn={count === own.length}
                  onChange={(isOn) => toggle(codes, isOn)}
                />
                {shown.map(({ code, name }) => (
                  <TickBox
                    key={code}
                    name="villages"
                    value={code}
                    label={name}
                    isOn={chosen.has(code)}
                    onChange={(isOn) => toggle([code], isOn)}
                  />
                ))}
              </div>
            </details>
          );
        })}
      </div>
    </div>
  );
}

/** Says that boxes of this name were there, whether or not one of them is ticked. */
export function SentUnticked({ name }: { readonly name: string }) {
  return <input type="hidden" name={name} value="" />;
}

/** A box to tick with its label, high enough for a thumb. */
export function TickBox(props: {
  /** What it is sent as; left out: it is not. */
  readonly name?: string;
  readonly value?: string;
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  return (
    <label className="flex min-h-11 items-center gap-2 text-dense tablet:min-h-8">
      <input
        type="checkbox"
        name={props.name}
        value={props.value ?? "1"}
        className="size-5 shrink-0 accent-brand tablet:size-4"
        checked={props.isOn}
        onChange={({ target }) => props.onChange(target.checked)}
      />
      {props.label}
    </label>
  );
}
