import type { TallyRejectionCode } from "./rejection";

/** Lines of places that are no reporting unit, with the doses that stay out by it. */
export type NotUnits = {
  /** `area`: a kecamatan, the kabupaten, a village that is no unit here; `other`: no place at all. */
  readonly kind: "area" | "other";
  readonly names: readonly string[];
  readonly rows: number;
  readonly doses: number;
};

/** Counts lines of places that are no reporting unit. */
export class NotUnitLines {
  readonly #lines = {
    other: { names: new Set<string>(), rows: 0, doses: 0 },
    area: { names: new Set<string>(), rows: 0, doses: 0 },
  };

  note(code: TallyRejectionCode, name: string, doses: number): void {
    const kind = notUnitKinds[code];
    if (kind === undefined) return;
    const lines = this.#lines[kind];
    lines.names.add(name);
    lines.rows += 1;
    lines.doses += doses;
  }

  all(): NotUnits[] {
    return (["other", "area"] as const)
      .map((kind) => ({ kind, ...this.#lines[kind], names: [...this.#lines[kind].names] }))
      .filter(({ rows }) => rows > 0);
  }
}

const notUnitKinds: Partial<Record<TallyRejectionCode, NotUnits["kind"]>> = {
  isNonResidents: "other",
  isInstitution: "other",
  isDistrict: "area",
  isSubdistrict: "area",
  isRegion: "area",
};
