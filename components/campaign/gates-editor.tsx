import { useTranslations } from "next-intl";

import { SelectField, TextField } from "@/components/base/ui/field";
import { Panel } from "@/components/base/ui/panel";
import { slugOf } from "@/lib/campaign/draft/text";
import { namedSets } from "@/lib/campaign/unit-set/lines";
import { typedSet } from "@/lib/campaign/unit-set/unit-set";
import type { DraftGate, DraftGateTerm } from "@/lib/campaign/draft/given";

import { changed, type FormPart } from "./form-part";
import { AddRow, RemoveRow } from "./row-buttons";

/** Named conditions over coverages: the booster begins once dose 1 and dose 2 are so far. */
export function GatesEditor(part: FormPart) {
  const t = useTranslations("campaigns.form");
  const { gates } = part.draft;

  return (
    <Panel title={t("gates")} note={t("gatesNote")}>
      <p className="text-note font-medium text-error">{part.problemAt("gates")}</p>
      <ul>
        {gates.map((gate, index) => (
          <Gate key={gate.key} part={part} gate={gate} index={index} />
        ))}
      </ul>
      <AddRow part={part} list="gates" count={gates.length}>
        {t("addGate")}
      </AddRow>
    </Panel>
  );
}

type GateProps = {
  readonly part: FormPart;
  readonly gate: DraftGate;
  readonly index: number;
};

function Gate({ part, gate, index }: GateProps) {
  const t = useTranslations("campaigns.form");
  const { gates } = part.draft;
  const at = (field: string) => `gates.${index}.${field}`;
  const set = (changes: Partial<DraftGate>) =>
    part.change({ gates: changed(gates, gate.key, changes) });
  const codeOf = (name: string) => slugOf(name).toUpperCase().slice(0, 32);
  return (
    <li className="border-b border-line py-4">
      <div className="flex flex-wrap items-start gap-4">
        <div className="min-w-0 flex-1">
          <TextField
            id={at("name")}
            name={at("name")}
            label={t("gateName")}
            value={gate.name}
            onChange={({ target }) =>
              set({
                name: target.value,
                ...(gate.isKept ? {} : { code: codeOf(target.value) }),
              })
            }
            problem={part.problemAt(at("name")) ?? part.problemAt(at("code"))}
          />
        </div>
        <RemoveRow
          part={part}
          row={`gates.${index}`}
          label={t("remove", { name: gate.name || String(index + 1) })}
          className="mt-6"
        />
      </div>
      <ul id={at("terms")} className="mt-3 grid gap-3">
        {gate.terms.map((term, place) => (
          <Term
            key={term.key}
            part={part}
            term={term}
            path={`gates.${index}.terms.${place}`}
            set={(changes) => set({ terms: changed(gate.terms, term.key, changes) })}
            number={place + 1}
          />
        ))}
      </ul>
      <AddRow part={part} list={`gates.${index}.terms`} count={gate.terms.length} isSmall>
        {t("addTerm")}
      </AddRow>
    </li>
  );
}

/** "Dosis 1, semua kelompok, paling sedikit 70%". */
function Term(props: {
  readonly part: FormPart;
  readonly term: DraftGateTerm;
  readonly path: `gates.${number}.terms.${number}`;
  readonly set: (changes: Partial<DraftGateTerm>) => void;
  readonly number: number;
}) {
  const t = useTranslations("campaigns.form");
  const { term, path, set } = props;
  const at = (field: string) => `${path}.${field}`;
  const { draft, problemAt } = props.part;
  const given = draft.interventions.find(({ key }) => key === term.intervention);
  const keyIn = (value: string) => (value === "" ? null : Number(value));
  return (
    <li className="grid items-start gap-3 tablet:grid-cols-[1fr_1fr_8rem_auto] desktop:grid-cols-[1fr_1fr_1fr_8rem_auto]">
      <SelectField
        id={at("intervention")}
        name={at("intervention")}
        label={t("termIntervention")}
        value={term.intervention ?? ""}
        onChange={({ target }) => set({ intervention: keyIn(target.value), group: null })}
        problem={problemAt(at("intervention"))}
      >
        <option value="">{t("choose")}</option>
        {draft.interventions.map(({ key, name }) => (
          <option key={key} value={key}>
            {name || "…"}
          </option>
        ))}
      </SelectField>
      <SelectField
        id={at("targetGroup")}
        name={at("targetGroup")}
        label={t("termGroup")}
        value={term.group ?? ""}
        onChange={({ target }) => set({ group: keyIn(target.value) })}
        problem={problemAt(at("targetGroup"))}
      >
        <option value="">{t("allGroups")}</option>
        {draft.groups
          .filter(({ key }) => given?.groups.includes(key))
          .map(({ key, name }) => (
            <option key={key} value={key}>
              {name || "…"}
            </option>
          ))}
      </SelectField>
      <SelectField
        id={at("unitSet")}
        name={at("unitSet")}
        label={t("termSet")}
        value={term.unitSet ?? ""}
        onChange={({ target }) => set({ unitSet: target.value })}
        problem={problemAt(at("unitSet"))}
      >
        <option value="">{t("allUnits")}</option>
        {namedSets(draft.setLines).map((each) => (
          <option key={typedSet(each)} value={typedSet(each)}>
            {t(`setKinds.${each.kind}`)}: {each.name}
          </option>
        ))}
      </SelectField>
      <TextField
        id={at("atLeast")}
        name={at("atLeast")}
        label={t("atLeast")}
        value={term.atLeast}
        inputMode="decimal"
        onChange={({ target }) => set({ atLeast: target.value })}
        problem={problemAt(at("atLeast"))}
      />
      <RemoveRow
        part={props.part}
        row={path}
        label={t("removeTerm", { number: props.number })}
        className="justify-self-start tablet:mt-6"
      />
    </li>
  );
}
