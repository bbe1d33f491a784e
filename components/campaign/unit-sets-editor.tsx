import { useTranslations } from "next-intl";
import { useState } from "react";

import { SelectField } from "@/components/base/ui/field";
import { Panel } from "@/components/base/ui/panel";
import { readSetLines } from "@/lib/campaign/unit-set/lines";
import { unitSetKinds, type UnitSetKind } from "@/lib/campaign/unit-set/unit-set";

import type { FormPart } from "./form-part";

/** Units taken together, pasted from a sheet: by puskesmas, in stages, desa lokus, remote ones. */
export function UnitSetsEditor(
  props: Pick<FormPart, "draft" | "change"> & {
    /** The units that the campaign will have. */
    readonly units: readonly { readonly code: string; readonly name: string }[];
    readonly problems: readonly string[];
  },
) {
  const t = useTranslations("campaigns.form");
  const { draft, change } = props;
  const [kind, setKind] = useState<UnitSetKind>(
    unitSetKinds.find((each) => draft.setLines[each].trim() !== "") ?? "puskesmas",
  );
  const { sets, unreadable } = readSetLines(draft.setLines[kind], kind, props.units);
  const members = sets.reduce((sum, { units }) => sum + units.length, 0);
  return (
    <Panel title={t("unitSets")} note={t("unitSetsNote")}>
      {props.problems.map((problem) => (
        <p key={problem} className="text-note font-medium text-error">
          {problem}
        </p>
      ))}
      <div className="mt-3 grid items-start gap-4 tablet:grid-cols-[14rem_1fr]">
        <SelectField
          id="setKind"
          name="setKind"
          label={t("setKind")}
          value={kind}
          onChange={({ target }) =>
            setKind(unitSetKinds.find((each) => each === target.value) ?? "puskesmas")
          }
        >
          {unitSetKinds.map((each) => (
            <option key={each} value={each}>
              {t(`setKinds.${each}`)}
            </option>
          ))}
        </SelectField>
        <input type="hidden" name="setKindShown" value={kind} />
        <div className="grid gap-1">
          <label htmlFor="unitSets" className="text-dense font-medium">
            {t("setLines")}
          </label>
          <textarea
            id="unitSets"
            name="unitSets"
            rows={8}
            spellCheck={false}
            aria-describedby="unitSets-hint unitSets-read"
            value={draft.setLines[kind]}
            onChange={({ target }) =>
              change({ setLines: { ...draft.setLines, [kind]: target.value } })
            }
            className="w-full rounded-control border border-line-strong bg-surface px-3 py-2 text-body tablet:text-dense"
          />
          <p id="unitSets-hint" className="text-note text-ink3">
            {t(kind === "stage" ? "setLinesHintStage" : "setLinesHint")}
          </p>
          <p id="unitSets-read" role="status" className="text-note font-medium">
            {t("setLinesRead", { sets: sets.length, count: members })}{" "}
            {unreadable.length > 0 ? (
              <span className="text-error">
                {t("setLinesUnreadable", { lines: unreadable.join(", ") })}
              </span>
            ) : null}
          </p>
        </div>
      </div>
    </Panel>
  );
}
