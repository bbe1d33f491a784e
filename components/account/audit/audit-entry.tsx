import { useLocale, useTranslations } from "next-intl";

import { changesOf } from "@/lib/account/audit/change";
import type { AuditEntry } from "@/lib/account/audit/entry";
import { formats } from "@/lib/base/i18n/format";
import type { TimeZone } from "@/lib/base/time/time-zone";

import { useAuditWords } from "./audit-words";
import { ChangeTable } from "./change-table";

/** One deed: when, who, what, why; what it changed and its hash when it is opened. */
export function AuditEntryItem(props: {
  readonly entry: AuditEntry;
  readonly zone: TimeZone;
  readonly cells: ReadonlyMap<string, string>;
}) {
  const { cells, entry, zone } = props;
  const t = useTranslations("audit");
  const f = formats(useLocale());
  const words = useAuditWords(cells);
  const changes = changesOf(entry).map((change) => ({
    label: words.what(change),
    before: words.value(change.before, zone),
    after: words.value(change.after, zone),
  }));

  return (
    <li className="grid gap-x-4 border-t border-line py-2.5 tablet:grid-cols-[6rem_minmax(0,1fr)_auto]">
      <time
        dateTime={entry.recordedAt.toISOString()}
        className="text-note text-ink3 tabular-nums tablet:pt-0.5"
      >
        {f.time(entry.recordedAt, zone)}
      </time>
      <div className="min-w-0">
        <p className="text-dense wrap-anywhere">
          <strong className="font-semibold">{words.actor(entry)}</strong> {words.sentence(entry)}
          {entry.isSample ? (
            <span className="ml-2 rounded-control border border-warn-line bg-warn-tint px-1.5 text-note font-semibold text-warn">
              {t("sample")}
            </span>
          ) : null}
        </p>
        <details className="mt-0.5">
          <summary className="w-fit cursor-pointer py-3 text-note text-link tablet:py-1">
            {t(entry.before === null ? "contents" : "details", { count: changes.length })}
          </summary>
          <div className="pb-2">
            {changes.length === 0 ? null : <ChangeTable changes={changes} />}
            <dl className="mt-2 grid gap-1 text-note text-ink2">
              <div>
                <dt className="inline">{t("fullHash")}: </dt>
                <dd className="inline wrap-anywhere">{entry.hash}</dd>
              </div>
              <dd className="wrap-anywhere">
                {entry.action} {entry.subject}
              </dd>
            </dl>
          </div>
        </details>
      </div>
      <p className="text-note text-ink3 tabular-nums tablet:text-right">
        {t("number", { id: entry.id })}
        <span className="ml-2 tablet:ml-0 tablet:block">
          {t("hash", { hash: entry.hash.slice(0, 8) })}
        </span>
      </p>
    </li>
  );
}
