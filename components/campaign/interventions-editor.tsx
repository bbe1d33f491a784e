import { useTranslations } from "next-intl";

import { TextField } from "@/components/base/ui/field";
import { Panel } from "@/components/base/ui/panel";
import type { DraftIntervention } from "@/lib/campaign/draft/given";
import { slugOf } from "@/lib/campaign/draft/text";

import { FollowsFields } from "./follows-fields";
import { changed, type FormPart } from "./form-part";
import { GatesEditor } from "./gates-editor";
import { GoalChoice } from "./goal-choice";
import { AddRow, RemoveRow } from "./row-buttons";
import { SumsField } from "./sums-field";
import { SentUnticked } from "./village-chooser";
import { WordField } from "./word-field";

/** What is given, with its goals and the groups that it is given to, and what its coverages open. */
export function InterventionsEditor(part: FormPart) {
  const t = useTranslations("campaigns.form");
  const { interventions } = part.draft;

  return (
    <>
      <Panel title={t("interventions")} note={t("interventionsNote")}>
        <p className="text-note font-medium text-error">{part.problemAt("interventions")}</p>
        <ul>
          {interventions.map((each, index) => (
            <Intervention key={each.key} part={part} each={each} index={index} />
          ))}
        </ul>
        <AddRow part={part} list="interventions" count={interventions.length}>
          {t("addIntervention")}
        </AddRow>
      </Panel>
      <GatesEditor {...part} />
    </>
  );
}

function Intervention(props: {
  readonly part: FormPart;
  readonly each: DraftIntervention;
  readonly index: number;
}) {
  const t = useTranslations("campaigns.form");
  const { each, index } = props;
  const { draft, change, problemAt } = props.part;
  const { interventions } = draft;
  const set = (changes: Partial<DraftIntervention>) =>
    change({ interventions: changed(interventions, each.key, changes) });
  const at = (field: string) => `interventions.${index}.${field}`;
  const codeOf = (name: string) => slugOf(name).toUpperCase().slice(0, 32);

  return (
    <li className="border-b border-line py-4">
      <div className="grid items-start gap-x-4 gap-y-3 tablet:grid-cols-[2fr_1fr_1fr_auto]">
        <TextField
          id={at("name")}
          name={at("name")}
          label={t("interventionName")}
          value={each.name}
          onChange={({ target }) => {
            const follows = !each.isKept && each.code === codeOf(each.name);
            set({ name: target.value, ...(follows && { code: codeOf(target.value) }) });
          }}
          problem={problemAt(at("name"))}
        />
        <TextField
          id={at("shortName")}
          name={at("shortName")}
          label={t("shortName")}
          value={each.shortName}
          maxLength={24}
          onChange={({ target }) => set({ shortName: target.value })}
          problem={problemAt(at("shortName"))}
        />
        <TextField
          id={at("code")}
          name={at("code")}
          label={t("code")}
          value={each.code}
          disabled={each.isKept}
          spellCheck={false}
          onChange={({ target }) => set({ code: target.value })}
          problem={problemAt(at("code"))}
        />
        <RemoveRow
          part={props.part}
          row={`interventions.${index}`}
          label={t("remove", { name: each.name || String(index + 1) })}
          className="justify-self-start tablet:mt-6"
        />
      </div>
      <GoalChoice each={each} at={at} set={set} problemAt={problemAt} />
      <GivenTo each={each} draft={draft} at={at} set={set} problemAt={problemAt} />
      <FollowsFields {...{ index, each, interventions, set, problemAt }} />
      <div className="mt-3 grid items-start gap-4 tablet:grid-cols-2">
        {(["act", "gives"] as const).map((field) => (
          <WordField
            key={field}
            id={at(field)}
            kind={field}
            value={each[field]}
            standing={draft[field]}
            onChange={(word) => set({ [field]: word })}
            problem={problemAt(at(field))}
          />
        ))}
      </div>
    </li>
  );
}

/** The groups that it is given to, and whether they may be added up. */
function GivenTo(props: {
  readonly each: DraftIntervention;
  readonly draft: FormPart["draft"];
  readonly at: (field: string) => string;
  readonly set: (changes: Partial<DraftIntervention>) => void;
  readonly problemAt: FormPart["problemAt"];
}) {
  const t = useTranslations("campaigns.form");
  const { each, draft, at, set, problemAt } = props;
  return (
    <>
      <fieldset id={at("targetGroups")} tabIndex={-1} className="mt-3">
        <legend className="text-note text-ink3">{t("givenTo")}</legend>
        <SentUnticked name={at("targetGroups")} />
        <div className="flex flex-wrap gap-x-5">
          {draft.groups.map((group) => (
            <label
              key={group.key}
              className="flex min-h-11 items-center gap-2 text-dense tablet:min-h-8"
            >
              <input
                type="checkbox"
                name={at("targetGroups")}
                value={group.key}
                className="size-5 accent-brand tablet:size-4"
                checked={each.groups.includes(group.key)}
                onChange={({ target }) =>
                  set({
                    groups: target.checked
                      ? [...each.groups, group.key]
                      : each.groups.filter((key) => key !== group.key),
                  })
                }
              />
              {group.name || "…"}
            </label>
          ))}
        </div>
        <p className="text-note font-medium text-error">{problemAt(at("targetGroups"))}</p>
      </fieldset>
      <SumsField
        id={at("groupsAdd")}
        draft={draft}
        each={each}
        onChange={(groupsAdd) => set({ groupsAdd })}
      />
    </>
  );
}
