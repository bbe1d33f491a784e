import type { Campaign } from "@/lib/campaign/campaign";
import { routes, withQuery } from "@/lib/base/routes";

import type { CoverageParams, GivenParams } from "./params";
import { sourceAddress, type NumberOf } from "@/lib/monitor/source/address";

/** Addresses of the coverage screens that keep what this one was asked for, and what is behind a number. */
export type CoverageLinks = {
  /** This screen's address without its query, for a form. */
  readonly path: string;
  /** This screen with something changed; an empty value takes a parameter away. */
  readonly here: (changes: GivenParams) => string;
  /** Another place, read in the same way; null is all that may be read. */
  readonly place: (code: string | null, changes?: GivenParams) => string;
  /** The code in this screen's address; null: it names none. */
  readonly code: string | null;
  /** What is behind a number of this screen, of the whole place unless another is named. */
  readonly sources: (of?: Partial<NumberOf>) => string;
  /** The file with the rows of this screen's table. */
  readonly csv: string;
  /** The file with the rows of every group, where groups do not add; null: they do. */
  readonly csvOfGroups: string | null;
  /** What a form on this screen must send along, for the fields that it does not have. */
  readonly kept: (
    left: readonly (keyof GivenParams | "wilayah")[],
  ) => readonly (readonly [string, string])[];
};

/** What belongs to one place's table and does not follow to another place. */
const ofTable: GivenParams = { cari: "", semua: "" };

/** @param place the code in this screen's address; null: it names none. */
export function coverageLinks(
  campaign: Pick<Campaign, "slug" | "rounds">,
  params: CoverageParams,
  place: string | null,
): CoverageLinks {
  const { given } = params;
  const query = (changes: GivenParams) => ({ kampanye: campaign.slug, ...given, ...changes });
  const pathOf = (code: string | null) =>
    code === null ? routes.coverage : routes.coverageOf(code);
  const csv = (changes: GivenParams) =>
    withQuery(routes.coverageCsv, {
      ...query({ cari: "", semua: "", "semua-kelompok": "", ...changes }),
      wilayah: place,
    });
  return {
    path: pathOf(place),
    here: (changes) => withQuery(pathOf(place), query(changes)),
    place: (code, changes = {}) => withQuery(pathOf(code), query({ ...ofTable, ...changes })),
    code: place,
    sources: (of = {}) =>
      sourceAddress(campaign, {
        place,
        intervention: params.intervention.code,
        targetGroup: params.targetGroup,
        round: params.round.number,
        to: params.isToday ? null : params.on,
        ...of,
      }),
    csv: csv({}),
    csvOfGroups:
      params.intervention.targetGroup === null
        ? null
        : csv({ kelompok: "", "semua-kelompok": "ya" }),
    kept: (left) =>
      Object.entries({ ...query({}), ...(place === null ? {} : { wilayah: place }) }).flatMap(
        ([name, value]) =>
          value === undefined || value === "" || left.some((each) => each === name)
            ? []
            : [[name, value] as const],
      ),
  };
}
