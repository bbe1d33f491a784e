import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import type { UnitKind } from "@/lib/campaign/unit-kind";
import { listedKinds, readUnitLines } from "@/lib/campaign/unit-lines";

import type { FormPart } from "./form-part";
import { ChangedUnits } from "./changed-units";
import { UnitEndsField } from "./unit-ends-field";
import { InhabitantsField } from "./inhabitants-field";
import { TickBox, VillageChooser } from "./village-chooser";

type Area = { readonly code: string; readonly name: string; readonly parentCode: string };

export type Areas = { readonly subdistricts: readonly Area[]; readonly villages: readonly Area[] };

export type StandingUnit = {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly regionCode: string;
  readonly subdistrictName: string;
  /** Code of the office that holds it. */
  readonly office?: string | null | undefined;
};

/** Who reports: every village, chosen ones, or units of its own. An existing campaign adds and takes out. */
export function UnitsEditor(
  props: FormPart & {
    readonly areas: Areas;
    /** The units there are; null: the campaign is new. */
    readonly standing: readonly StandingUnit[] | null;
    readonly problems: readonly string[];
    /** Those that it will have, and what is wrong with their ends. */
    readonly named: readonly { readonly code: string; readonly name: string }[];
    readonly endProblems: readonly string[];
  },
) {
  const t = useTranslations("campaigns.form");
  const { draft, change, areas, standing } = props;
  const taken = new Set(standing?.map(({ code }) => code));
  const villages = areas.villages.filter(({ code }) => !taken.has(code));
  const options = [
    ...(standing
      ? [{ value: "none" as const, label: t("unitsNone") }]
      : [{ value: "all" as const, label: t("unitsAll", { count: villages.length }) }]),
    { value: "chosen" as const, label: t("unitsChosen") },
    { value: "own" as const, label: t("unitsOwn") },
  ];
  const { units, unreadable } = readUnitLines(draft.lines, draft.districtCode);

  return (
    <Panel
      title={t("units")}
      note={standing ? t("current", { count: standing.length }) : t("unitsNote")}
    >
      {standing ? <Standing {...props} standing={standing} /> : null}
      <fieldset className="mt-3">
        <legend className="sr-only">{t("units")}</legend>
        {options.map(({ value, label }) => (
          <label key={value} className="flex min-h-11 items-center gap-3 text-dense tablet:min-h-9">
            <input
              type="radio"
              name="units"
              value={value}
              className="size-5 accent-brand tablet:size-4"
              checked={draft.units === value}
              onChange={() => change({ units: value })}
            />
            {label}
          </label>
        ))}
      </fieldset>
      {props.problems.map((problem) => (
        <p key={problem} className="text-note font-medium text-error">
          {problem}
        </p>
      ))}
      {draft.units === "chosen" && villages.length === 0 ? (
        <p className="text-dense text-ink2">{t("chooseDistrict")}</p>
      ) : null}
      {draft.units === "chosen" && villages.length > 0 ? (
        <VillageChooser
          subdistricts={areas.subdistricts}
          villages={villages}
          chosen={draft.villages}
          onChange={(chosen) => change({ villages: chosen })}
        />
      ) : null}
      {draft.units === "own" ? (
        <div className="mt-3 grid gap-1">
          <label htmlFor="reportingUnits" className="text-dense font-medium">
            {t("lines")}
          </label>
          <textarea
            id="reportingUnits"
            name="reportingUnits"
            rows={8}
            spellCheck={false}
            aria-describedby="reportingUnits-hint reportingUnits-read"
            value={draft.lines}
            onChange={({ target }) => change({ lines: target.value })}
            className="w-full rounded-control border border-line-strong bg-surface px-3 py-2 text-body tablet:text-dense"
          />
          <p id="reportingUnits-hint" className="text-note text-ink3">
            {t("linesHint", { kinds: listedKinds })}
          </p>
          <p id="reportingUnits-read" role="status" className="text-note font-medium">
            {t("linesRead", { count: units.length })}{" "}
            {unreadable.length > 0 ? (
              <span className="text-error">
                {t("linesUnreadable", { lines: unreadable.join(", ") })}
              </span>
            ) : null}
          </p>
        </div>
      ) : null}
      {standing ? <ChangedUnits {...props} standing={standing} /> : null}
      {standing ? (
        <UnitEndsField {...props} units={props.named} problems={props.endProblems} />
      ) : null}
      {standing ? <InhabitantsField {...props} /> : null}
    </Panel>
  );
}

function Standing(props: FormPart & { readonly standing: readonly StandingUnit[] }) {
  const t = useTranslations("campaigns.form");
  const { draft, change, standing } = props;
  const places = [...new Set(standing.map(({ subdistrictName }) => subdistrictName))];
  return (
    <details id="removedUnits" className="group mt-2 border-y border-line">
      <summary className="flex min-h-11 items-center gap-2 text-dense">
        <ChevronRight aria-hidden className="size-4 shrink-0 group-open:rotate-90" />
        {draft.removedUnits.length > 0
          ? t("takenOut", { count: draft.removedUnits.length })
          : t("takeOutNote")}
      </summary>
      <div className="max-h-100 overflow-y-auto pb-3">
        {places.map((place) => (
          <fieldset key={place}>
            <legend className="mt-2 text-note font-medium text-ink3">{place}</legend>
            <div className="grid gap-x-4 tablet:grid-cols-3">
              {standing
                .filter(({ subdistrictName }) => subdistrictName === place)
                .map(({ code, name, office }) => (
                  <TickBox
                    key={code}
                    label={office ? t("unitOfOffice", { name, office }) : name}
                    isOn={draft.removedUnits.includes(code)}
                    onChange={(isOn) =>
                      change({
                        removedUnits: isOn
                          ? [...draft.removedUnits, code]
                          : draft.removedUnits.filter((each) => each !== code),
                      })
                    }
                  />
                ))}
            </div>
          </fieldset>
        ))}
      </div>
    </details>
  );
}
