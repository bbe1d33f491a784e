import { useLocale, useTranslations } from "next-intl";

import { usePartNames } from "@/components/report/use-part-names";
import { changesOf, entryReasonOf, type Change } from "@/lib/account/audit/change";
import { knownAction, subjectOf, type AuditEntry } from "@/lib/account/audit/entry";
import { formats, noData } from "@/lib/base/i18n/format";
import { isCalendarDay } from "@/lib/base/time/calendar-day";
import { localDay, type TimeZone } from "@/lib/base/time/time-zone";

/** Changes that a sentence tells; the table tells all. */
const told = 2;

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/**
 * What an entry says, in the reader's language.
 *
 * @param cells names of interventions ("i/MR") and target groups ("g/young").
 */
export function useAuditWords(cells: ReadonlyMap<string, string>) {
  const t = useTranslations("audit");
  const f = formats(useLocale());
  const partName = usePartNames((code) => cells.get(`i/${code}`));

  function actor({ actorId, displayName }: AuditEntry): string {
    return displayName ?? (actorId === null ? t("nobody") : t("gone"));
  }

  function what({ what: of }: Change): string {
    if (of.kind === "field") {
      return t.has(`fields.${of.name}` as "fields.version")
        ? t(`fields.${of.name}` as "fields.version")
        : of.name;
    }
    if (of.kind === "part") return partName(of.part);
    const intervention = cells.get(`i/${of.intervention}`) ?? of.intervention;
    const cell = `${intervention} ${cells.get(`g/${of.targetGroup}`) ?? of.targetGroup}`;
    return of.isNonResidents ? t("nonResidents", { cell }) : cell;
  }

  function reason(entry: AuditEntry): string | null {
    const said = entryReasonOf(entry);
    if (!said) return null;
    const key = `reasons.${said.code ?? ""}` as "reasons.other";
    const word = said.code === null ? null : t.has(key) ? t(key) : said.code;
    return [said.code === "other" && said.note ? null : word, said.note].filter(Boolean).join(", ");
  }

  /** "mengubah laporan Selat Hilir, 4 Juni": what follows the name of who did it. */
  function deed(entry: AuditEntry): string {
    const known = knownAction(entry.action);
    const { day, name } = subjectOf(entry);
    const text = known
      ? t(`deeds.${known}`, { name })
      : t("unknownDeed", { action: entry.action, subject: entry.subject });
    return day && known ? t("deedOn", { deed: text, day: f.monthDay(day) }) : text;
  }

  /** The deed with what of a report it changed and why: "…: MR 9–59 bulan 13 → 15, alasan: salah ketik". */
  function sentence(entry: AuditEntry): string {
    const corrected = entry.before === null ? [] : changesOf(entry);
    const counts = corrected.filter((change) => change.what.kind !== "field");
    const parts = counts.slice(0, told).map((change) =>
      t("changed", {
        what: what(change),
        before: change.before ?? noData,
        after: change.after ?? noData,
      }),
    );
    if (counts.length > told) parts.push(t("more", { count: counts.length - told }));
    const text = parts.length === 0 ? deed(entry) : `${deed(entry)}: ${parts.join(", ")}`;
    const why = reason(entry);
    return why ? t("because", { deed: text, reason: why }) : text;
  }

  /** A value as people read it: codes in words, instants as local day and hour. */
  function value(raw: string | null, zone: TimeZone): string {
    if (raw === null) return noData;
    const key = `values.${raw}` as "values.true";
    if (/^[A-Za-z]+$/.test(raw) && t.has(key)) return t(key);
    if (instant.test(raw)) {
      const at = new Date(raw);
      return `${f.day(localDay(at, zone))} ${f.time(at, zone)}`;
    }
    return isCalendarDay(raw) ? f.day(raw) : raw;
  }

  return { actor, what, sentence, value };
}
