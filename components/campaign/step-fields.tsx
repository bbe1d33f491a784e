import type { ComponentProps } from "react";

import type { RegionChoice } from "@/components/account/people/region-field";
import type { Step } from "@/lib/campaign/draft/step";

import { AboutFields } from "./about-fields";
import { DataFields } from "./data-fields";
import type { FormPart } from "./form-part";
import { GroupsEditor } from "./groups-editor";
import { InterventionsEditor } from "./interventions-editor";
import { usePlaceOf, type RejectedInput } from "./rejected-summary";
import { RoundsEditor } from "./rounds-editor";
import { ClockFields, DaysFields } from "./terms-fields";
import { UnitSetsEditor } from "./unit-sets-editor";
import { UnitsEditor, type Areas, type StandingUnit } from "./units-editor";
import type { useCampaignDraft } from "./use-campaign-draft";

export type StepFieldsProps = FormPart &
  Pick<ReturnType<typeof useCampaignDraft>, "chooseDistrict"> & {
    readonly visit: number;
    readonly areas: Areas;
    readonly district: RegionChoice | null;
    readonly ownDistrict: RegionChoice | null;
    readonly standing: readonly StandingUnit[] | null;
    readonly searchDistricts: (query: {
      readonly text: string;
      readonly levels: readonly string[];
    }) => Promise<readonly RegionChoice[]>;
    readonly rejected: readonly RejectedInput[];
    /** Those that it will have. */
    readonly units: ComponentProps<typeof UnitSetsEditor>["units"];
  };

/** What is typed of a campaign in one of its steps, of a new one as of one that stands. */
export function StepFields({ step, ...props }: StepFieldsProps & { readonly step: Step }) {
  const { draft, change, problemAt, isNew, visit } = props;
  const part = { draft, change, problemAt, isNew };
  if (step === "general") {
    return (
      <>
        <AboutFields
          {...part}
          key={visit}
          ownDistrict={props.ownDistrict}
          district={props.district}
          searchDistricts={(text) => props.searchDistricts({ text, levels: [] })}
          onDistrict={(chosen) => void props.chooseDistrict(chosen)}
        />
        <DaysFields {...part} />
        <DataFields {...part} />
      </>
    );
  }
  if (step === "units") return <UnitFields {...props} />;
  if (step === "given") return <InterventionsEditor {...part} />;
  if (step === "groups") return <GroupsEditor {...part} standing={props.standing} />;
  if (step === "rounds") {
    return (
      <>
        <RoundsEditor {...part} />
        <ClockFields {...part} />
      </>
    );
  }
  return null;
}

function UnitFields(props: StepFieldsProps) {
  const { draft, change, problemAt, isNew } = props;
  const placeOf = usePlaceOf(draft);
  const problemsOf = (paths: RegExp) =>
    props.rejected
      .filter(({ path }) => paths.test(path))
      .map(({ path, sentence }) => `${placeOf(path)}: ${sentence}`);
  return (
    <>
      <UnitsEditor
        {...{ draft, change, problemAt, isNew }}
        areas={props.areas}
        standing={props.standing}
        named={props.units}
        endProblems={problemsOf(/^unitEnds/)}
        problems={problemsOf(/^(reportingUnits|removedUnits|changedUnits)/)}
      />
      <UnitSetsEditor
        {...{ draft, change }}
        key={`sets ${String(props.visit)}`}
        units={props.units}
        problems={problemsOf(/^unitSets/)}
      />
    </>
  );
}
