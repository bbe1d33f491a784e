/** What an office is: an OPD (a kantor camat or desa too), a puskesmas, a school, an organisation. */
export const officeKinds = ["opd", "puskesmas", "school", "organisation"] as const;

export type OfficeKind = (typeof officeKinds)[number];
