import type { Campaign } from "@/lib/campaign/campaign";
import type { SourceParams } from "@/lib/monitor/source/params";
import type { SourceReading } from "@/lib/monitor/source/server/read";

/** Rows of one page of the list. */
export const sourcesPerPage = 100;

/** What the parts of the page behind a number are drawn from. */
export type SourceProps<Reading extends SourceReading = SourceReading> = {
  readonly campaign: Campaign;
  readonly params: SourceParams;
  readonly reading: Reading;
};

export type DosesReading = Extract<SourceReading, { readonly kind: "doses" }>;
export type PeopleReading = Extract<SourceReading, { readonly kind: "people" }>;
