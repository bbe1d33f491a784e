import { useTranslations } from "next-intl";

import { keptKinds } from "@/lib/campaign/asked";
import { unitKinds, type UnitKind } from "@/lib/campaign/unit-kind";

import { SentUnticked, TickBox } from "./village-chooser";

/** Of which kinds of units a group is asked: a choice of campaigns that have several. */
export function KindsField(props: {
  readonly id: string;
  /** Empty: every kind. */
  readonly chosen: readonly UnitKind[];
  /** Those that the campaign has. */
  readonly kinds: readonly UnitKind[];
  readonly onChange: (chosen: readonly UnitKind[]) => void;
  readonly problem: string | undefined;
}) {
  const t = useTranslations("campaigns.form");
  const heads = useTranslations("places.heads");
  const { id, chosen, onChange } = props;
  // What is chosen stays to be seen, and to be taken back, once no unit is of it any more.
  const shown = unitKinds.filter((kind) => props.kinds.includes(kind) || chosen.includes(kind));
  if (shown.length < 2 && chosen.length === 0) return null;
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={props.problem ? `${id}-problem` : undefined}
      className="tablet:col-span-full"
    >
      <legend className="text-dense font-medium">{t("unitKinds")}</legend>
      <SentUnticked name={id} />
      <div className="flex flex-wrap gap-x-5">
        <TickBox
          name={id}
          value=""
          label={t("unitKindsAll")}
          isOn={chosen.length === 0}
          onChange={() => onChange([])}
        />
        {shown.map((kind) => (
          <TickBox
            key={kind}
            name={id}
            value={kind}
            label={heads(kind)}
            isOn={chosen.includes(kind)}
            onChange={(isOn) =>
              onChange(
                keptKinds(isOn ? [...chosen, kind] : chosen.filter((each) => each !== kind), shown),
              )
            }
          />
        ))}
      </div>
      {props.problem ? (
        <p id={`${id}-problem`} className="text-note font-medium text-error">
          {props.problem}
        </p>
      ) : null}
    </fieldset>
  );
}
