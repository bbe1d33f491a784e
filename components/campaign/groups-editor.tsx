import { useTranslations } from "next-intl";

import { TextField } from "@/components/base/ui/field";
import { Panel } from "@/components/base/ui/panel";
import { slugOf } from "@/lib/campaign/draft/text";
import { kindsOfDraft, type UnitOfKind } from "@/lib/campaign/draft/unit-kinds";

import { AgeFields } from "./age-fields";
import { changed, type FormPart } from "./form-part";
import { KindsField } from "./kinds-field";
import { AddRow, RemoveRow } from "./row-buttons";
import { WordField } from "./word-field";

/** The target groups. A code follows the name until it is stored; then it stands in files. */
export function GroupsEditor({
  standing,
  ...part
}: FormPart & { readonly standing: readonly UnitOfKind[] | null }) {
  const t = useTranslations("campaigns.form");
  const { draft, change, problemAt } = part;
  const { groups } = draft;
  const kinds = kindsOfDraft(draft, standing);

  return (
    <Panel title={t("groups")} note={t("groupsNote")}>
      <p className="text-note font-medium text-error">{problemAt("targetGroups")}</p>
      <ul>
        {groups.map((group, index) => (
          <li
            key={group.key}
            className="grid items-start gap-x-4 gap-y-3 border-b border-line py-3 tablet:grid-cols-[2fr_1fr_auto]"
          >
            <TextField
              id={`targetGroups.${index}.name`}
              name={`targetGroups.${index}.name`}
              label={t("groupName")}
              value={group.name}
              onChange={({ target }) => {
                const follows = !group.isKept && group.code === slugOf(group.name).slice(0, 32);
                const code = follows ? slugOf(target.value).slice(0, 32) : group.code;
                change({ groups: changed(groups, group.key, { name: target.value, code }) });
              }}
              problem={problemAt(`targetGroups.${index}.name`)}
            />
            <TextField
              id={`targetGroups.${index}.code`}
              name={`targetGroups.${index}.code`}
              label={t("code")}
              value={group.code}
              disabled={group.isKept}
              autoCapitalize="none"
              spellCheck={false}
              onChange={({ target }) =>
                change({ groups: changed(groups, group.key, { code: target.value }) })
              }
              problem={problemAt(`targetGroups.${index}.code`)}
            />
            <RemoveRow
              part={part}
              row={`targetGroups.${index}`}
              label={t("remove", { name: group.name || String(index + 1) })}
              className="justify-self-start tablet:mt-6"
            />
            <div className="grid items-start gap-4 tablet:col-span-full tablet:grid-cols-2">
              <WordField
                id={`targetGroups.${index}.noun`}
                kind="noun"
                value={group.noun}
                standing={draft.noun}
                onChange={(noun) => change({ groups: changed(groups, group.key, { noun }) })}
                problem={problemAt(`targetGroups.${index}.noun`)}
              />
              <AgeFields
                id={`targetGroups.${index}`}
                group={group}
                onChange={(ages) => change({ groups: changed(groups, group.key, ages) })}
                problemAt={problemAt}
              />
              <KindsField
                id={`targetGroups.${index}.unitKinds`}
                chosen={group.unitKinds}
                kinds={kinds}
                onChange={(unitKinds) =>
                  change({ groups: changed(groups, group.key, { unitKinds }) })
                }
                problem={problemAt(`targetGroups.${index}.unitKinds`)}
              />
            </div>
          </li>
        ))}
      </ul>
      <AddRow part={part} list="targetGroups" count={groups.length}>
        {t("addGroup")}
      </AddRow>
    </Panel>
  );
}
