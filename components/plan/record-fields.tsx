import { useTranslations } from "next-intl";

import { SelectField } from "@/components/base/ui/field";
import { typedOr, type FormState } from "@/lib/base/forms/form-state";
import { sessionModes, type SessionMode } from "@/lib/plan/plan";
import { TickList } from "@/components/directive/tick-list";
import { tickedOr } from "@/components/base/register/form-outcome";

/** What every form of a plan sends along: which record, at which version, under which id. */
export type RecordStart = {
  readonly slug: string;
  readonly id: string;
  /** 0: a new one. */
  readonly version: number;
  readonly sent: string;
};

export function SentFields(props: { readonly start: RecordStart; readonly state: FormState }) {
  const { slug, id, version, sent } = props.start;
  return (
    <>
      <input type="hidden" name="kampanye" value={slug} />
      <input type="hidden" name="id" value={typedOr(props.state, "id", id)} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="sent" value={typedOr(props.state, "sent", sent)} />
    </>
  );
}

export function ModeField(props: {
  readonly id: string;
  readonly label: string;
  readonly state: FormState;
  readonly standing: SessionMode;
  readonly problem: string | undefined;
}) {
  const modes = useTranslations("planForms.modes");
  const { state, standing, ...field } = props;
  return (
    <SelectField {...field} name="mode" defaultValue={typedOr(state, "mode", standing)}>
      {sessionModes.map((mode) => (
        <option key={mode} value={mode}>
          {modes(mode)}
        </option>
      ))}
    </SelectField>
  );
}

/** Which groups: none ticked is everybody. Nothing where the campaign has one group. */
export function GroupField(props: {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly state: FormState;
  readonly groups: readonly { readonly code: string; readonly name: string }[];
  readonly standing: readonly string[];
  readonly problem: string | undefined;
}) {
  const { state, groups, standing, ...list } = props;
  if (groups.length < 2) return null;
  return (
    <div className="tablet:col-span-2">
      <TickList
        {...list}
        ticks={groups.map(({ code, name }) => ({
          name: `group-${code}`,
          label: name,
          isTicked: tickedOr(state, `group-${code}`, standing.includes(code)),
        }))}
      />
    </div>
  );
}

/** A box with its words. */
export function TickField(props: {
  readonly name: string;
  readonly label: string;
  readonly state: FormState;
  readonly standing: boolean;
}) {
  const { name, label, state, standing } = props;
  return (
    <label className="flex min-h-11 items-center gap-2 text-dense tablet:col-span-2">
      <input
        type="checkbox"
        name={name}
        defaultChecked={tickedOr(state, name, standing)}
        className="size-5 shrink-0"
      />
      {label}
    </label>
  );
}
