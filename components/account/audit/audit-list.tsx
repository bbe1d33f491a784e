import { useLocale } from "next-intl";

import type { AuditEntry } from "@/lib/account/audit/entry";
import { formats } from "@/lib/base/i18n/format";
import { localDay, type TimeZone } from "@/lib/base/time/time-zone";

import { AuditEntryItem } from "./audit-entry";

/** Entries under the local day on which they were made, in the order they come in. */
export function AuditList(props: {
  readonly entries: readonly AuditEntry[];
  readonly zone: TimeZone;
  readonly cells: ReadonlyMap<string, string>;
}) {
  const { cells, entries, zone } = props;
  const f = formats(useLocale());
  const dated = entries.map((entry) => ({ entry, day: localDay(entry.recordedAt, zone) }));
  return [...new Set(dated.map(({ day }) => day))].map((day) => (
    <section key={day} aria-labelledby={`hari-${day}`} className="mt-4">
      <h3 id={`hari-${day}`} className="pb-2 text-dense font-semibold">
        {f.longDay(day)}
      </h3>
      <ol className="border-b border-line">
        {dated
          .filter((each) => each.day === day)
          .map(({ entry }) => (
            <AuditEntryItem key={entry.id} entry={entry} zone={zone} cells={cells} />
          ))}
      </ol>
    </section>
  ));
}
