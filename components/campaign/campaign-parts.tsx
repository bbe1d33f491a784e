import type { ComponentProps } from "react";

import type { RegionChoice } from "@/components/account/people/region-field";
import type { CampaignDraft } from "@/lib/campaign/draft";

import { AboutFields } from "./about-fields";
import type { FormPart } from "./form-part";
import { GroupsEditor } from "./groups-editor";
import { InterventionsEditor } from "./interventions-editor";
import { PresetChoice } from "./preset-choice";
import { usePlaceOf, type RejectedInput } from "./rejected-summary";
import { RoundsEditor } from "./rounds-editor";
import { TermsFields } from "./terms-fields";
import { UnitSetsEditor } from "./unit-sets-editor";
import { UnitsEditor, type Areas, type StandingUnit } from "./units-editor";
import type { useCampaignDraft } from "./use-campaign-draft";

/** Every part of a campaign that is typed. */
export function CampaignParts(
  props: FormPart &
    Pick<ReturnType<typeof useCampaignDraft>, "choosePreset" | "chooseDistrict"> & {
      readonly isNew: boolean;
      readonly filled: CampaignDraft;
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
    },
) {
  const { draft, change, problemAt, isNew, visit } = props;
  const part = { draft, change, problemAt };
  const placeOf = usePlaceOf(draft);
  return (
    <>
      {isNew ? (
        <PresetChoice draft={draft} filled={props.filled} choose={props.choosePreset} />
      ) : null}
      <AboutFields
        {...part}
        isNew={isNew}
        key={visit}
        ownDistrict={props.ownDistrict}
        district={props.district}
        searchDistricts={(text) => props.searchDistricts({ text, levels: [] })}
        onDistrict={(chosen) => void props.chooseDistrict(chosen)}
      />
      <TermsFields {...part} isNew={isNew} />
      <RoundsEditor {...part} />
      <GroupsEditor {...part} />
      <InterventionsEditor {...part} />
      <UnitsEditor
        {...part}
        areas={props.areas}
        standing={props.standing}
        problems={props.rejected
          .filter(({ path }) => /^(reportingUnits|removedUnits|changedUnits)/.test(path))
          .map(({ path, sentence }) => `${placeOf(path)}: ${sentence}`)}
      />
      <UnitSetsEditor
        {...part}
        key={`sets ${String(visit)}`}
        units={props.units}
        problems={props.rejected
          .filter(({ path }) => path.startsWith("unitSets"))
          .map(({ path, sentence }) => `${placeOf(path)}: ${sentence}`)}
      />
    </>
  );
}
