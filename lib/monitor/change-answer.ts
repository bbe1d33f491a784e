import type { FormState } from "@/lib/base/forms/form-state";
import type { CampaignDraft } from "@/lib/campaign/draft";

import type { ChangeConsequences } from "./change-list";

/** Somebody changed the campaign since the form was opened: what stands now, and whose change it is. */
export type OthersChange = {
  readonly theirs: CampaignDraft;
  /** The tag of what stands now. */
  readonly tag: string;
  /** null: nobody who is known. */
  readonly by: string | null;
  /** null: the trail does not say. */
  readonly at: Date | null;
};

/** The answer to a changed campaign: it is stored, rejected, or something is asked first. */
export type ChangeAnswer =
  | FormState
  | { readonly status: "conflict"; readonly others: OthersChange }
  | { readonly status: "preview"; readonly list: ChangeConsequences };
