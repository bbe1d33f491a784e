import type { UnitChoice } from "@/lib/safety/unit-choice";

/** Units to choose from, under their kecamatan. */
export function UnitOptions({ units }: { readonly units: readonly UnitChoice[] }) {
  const areas = [...new Set(units.map(({ subdistrictName }) => subdistrictName))];
  return areas.map((area) => (
    <optgroup key={area} label={area}>
      {units
        .filter(({ subdistrictName }) => subdistrictName === area)
        .map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
    </optgroup>
  ));
}
