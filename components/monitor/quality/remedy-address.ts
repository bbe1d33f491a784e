import type { Remedy } from "@/lib/monitor/quality/finding";
import { routes, targetAnchor, withQuery } from "@/lib/base/routes";

/** Where the panel of announced totals stands on its page. */
export const totalsAnchor = "total";

/** Where a finding is put right. */
export function remedyAddress(slug: string, remedy: Remedy): string {
  const kampanye = slug;
  switch (remedy.kind) {
    case "report":
      return withQuery(routes.entryOf(remedy.unit), { kampanye, hari: remedy.day });
    case "day":
      return withQuery(routes.entry, {
        kampanye,
        hari: remedy.day,
        kecamatan: remedy.subdistrict,
      });
    case "targets": {
      const address = withQuery(routes.targets, { kampanye, wilayah: remedy.subdistrict });
      return remedy.unit === null ? address : `${address}#${targetAnchor(remedy.unit)}`;
    }
    case "statedTotals":
      return `#${totalsAnchor}`;
    case "tallyImport":
      return withQuery(routes.entryImport, { kampanye });
    case "coverage":
      return withQuery(remedy.place ? routes.coverageOf(remedy.place) : routes.coverage, {
        kampanye,
      });
  }
}
