import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";

import { Button } from "@/components/base/ui/button";
import { SelectField, TextField } from "@/components/base/ui/field";
import { Panel } from "@/components/base/ui/panel";
import { nextKey } from "@/lib/campaign/draft/key";
import { slugOf } from "@/lib/campaign/draft/text";
import { namedSets } from "@/lib/campaign/unit-set/lines";
import { typedSet } from "@/lib/campaign/unit-set/unit-set";
import type { DraftGate, DraftGateTerm } from "@/lib/campaign/draft/given";

import { changed, type FormPart } from "./form-part";

/** Named conditions over coverages: the booster begins once dose 1 and dose 2 are so far. */
export function GatesEditor(part: FormPart) {
  const t = useTranslations("campaigns.form");
  const { draft, change, problemAt } = part;
  const { gates } = draft;
  const add = () =>
    change({
      gates: [
        ...gates,
        { key: nextKey(), code: "", name: "", isKept: false, terms: [emptyTerm()] },
      ],
    });

  return (
    <Panel title={t("gates")} note={t("gatesNote")}>
      <p className="text-note font-medium text-error">{problemAt("gates")}</p>
      <ul>
        {gates.map((gate, index) => (
          <Gate key={gate.key} part={part} gate={gate} index={index} />
        ))}
      </ul>
      <Button className="mt-4" onClick={add}>
        <Plus aria-hidden className="size-4" />
        {t("addGate")}
      </Button>
    </Panel>
  );
}

function emptyTerm(): DraftGateTerm {
  return { key: nextKey(), intervention: null, group: null, unitSet: "", atLeast: "" };
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
        <Button
          variant="ghost"
          aria-label={t("remove", { name: gate.name || String(index + 1) })}
          onClick={() => part.change({ gates: gates.filter(({ key }) => key !== gate.key) })}
          className="mt-6"
        >
          <Trash2 aria-hidden className="size-4" />
        </Button>
      </div>
      <ul id={at("terms")} className="mt-3 grid gap-3">
        {gate.terms.map((term, place) => (
          <Term
            key={term.key}
            part={part}
            term={term}
            at={(field) => at(`terms.${place}.${field}`)}
            set={(changes) => set({ terms: changed(gate.terms, term.key, changes) })}
            remove={() => set({ terms: gate.terms.filter(({ key }) => key !== term.key) })}
            number={place + 1}
          />
        ))}
      </ul>
      <Button
        variant="ghost"
        className="mt-2"
        onClick={() => set({ terms: [...gate.terms, emptyTerm()] })}
      >
        <Plus aria-hidden className="size-4" />
        {t("addTerm")}
      </Button>
    </li>
  );
}

/** "Dosis 1, semua kelompok, paling sedikit 70%". */
function Term(props: {
  readonly part: FormPart;
  readonly term: DraftGateTerm;
  readonly at: (field: string) => string;
  readonly set: (changes: Partial<DraftGateTerm>) => void;
  readonly remove: () => void;
  readonly number: number;
}) {
  const t = useTranslations("campaigns.form");
  const { term, at, set } = props;
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
      <Button
        variant="ghost"
        aria-label={t("removeTerm", { number: props.number })}
        onClick={props.remove}
        className="justify-self-start tablet:mt-6"
      >
        <Trash2 aria-hidden className="size-4" />
      </Button>
    </li>
  );
}
