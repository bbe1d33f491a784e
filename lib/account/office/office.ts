import type { RegionCode } from "@/lib/base/region/code";

/** What an office is: an OPD (a kantor camat or desa too), a puskesmas, a school, an organisation. */
export const officeKinds = ["opd", "puskesmas", "school", "organisation"] as const;

export type OfficeKind = (typeof officeKinds)[number];

/** An office of the register of a kabupaten. */
export type Office = {
  /** Of its kabupaten alone. */
  readonly code: string;
  readonly name: string;
  readonly kind: OfficeKind;
  readonly region: RegionCode;
  /** What its head is called; null: as heads of its kind are. */
  readonly headTitle: string | null;
  /** It is offered no more; its units, reports and people stay. */
  readonly isClosed: boolean;
};
