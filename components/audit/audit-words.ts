import { useLocale, useTranslations } from "next-intl";

import { changesOf, reasonOf, type Change } from "@/lib/audit/change";
import { knownAction, subjectOf, type AuditEntry } from "@/lib/audit/entry";
import { formats } from "@/lib/i18n/format";

/** Changes that a sentence tells; the table tells all. */
const told = 2;

/**
 * What an entry says, in the reader's language.
 *
 * @param cells names of interventions ("i/MR") and target groups ("g/young").
 */
export function useAuditWords(cells: ReadonlyMap<string, string>) {
  const t = useTranslations("audit");
  const f = formats(useLocale());

  function actor({ actorId, displayName }: AuditEntry): string {
    return displayName ?? (actorId === null ? t("nobody") : t("gone"));
  }

  function kind(action: string): string {
    const known = knownAction(action);
    return known ? t(`kinds.${known}`) : action;
  }

  function what({ what: of }: Change): string {
    if (of.kind === "field") {
      return t.has(`fields.${of.name}` as "fields.version")
        ? t(`fields.${of.name}` as "fields.version")
        : of.name;
    }
    const intervention = cells.get(`i/${of.intervention}`) ?? of.intervention;
    const cell = `${intervention} ${cells.get(`g/${of.targetGroup}`) ?? of.targetGroup}`;
    return of.isOutside ? t("outside", { cell }) : cell;
  }

  function reason(entry: AuditEntry): string | null {
    const said = reasonOf(entry);
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

  /** ": MR 9–59 bulan 13 → 15, alasan: salah ketik", in parts; empty where nothing is to be told. */
  function rest(entry: AuditEntry): string {
    const corrected = entry.before === null ? [] : changesOf(entry);
    const counts = corrected.filter((change) => change.what.kind === "cell");
    const parts = counts.slice(0, told).map((change) =>
      t("changed", {
        what: what(change),
        before: change.before ?? "–",
        after: change.after ?? "–",
      }),
    );
    if (counts.length > told) parts.push(t("more", { count: counts.length - told }));
    const why = reason(entry);
    if (why) parts.push(t("why", { reason: why }));
    return parts.join(", ");
  }

  return { actor, kind, what, deed, rest };
}
