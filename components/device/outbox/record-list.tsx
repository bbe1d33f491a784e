"use client";

import clsx from "clsx";
import { CircleX, Clock, LoaderCircle } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { Button } from "@/components/base/ui/button";
import type { Outbox } from "@/lib/device/outbox/open-outbox";
import {
  isLiveRecord,
  type LiveRecord,
  type SentRecord,
} from "@/lib/device/outbox/record-mutation";

/** Answers and records that have not arrived: how each stands, and what can be done about it. */
export function RecordList(props: {
  readonly records: readonly SentRecord[];
  readonly outbox: Outbox;
  /** Something was changed: send. */
  readonly onChange: (work: Promise<void>) => void;
}) {
  const t = useTranslations("outbox.records");
  const live = props.records.filter(isLiveRecord);
  if (live.length === 0) return null;
  return (
    <section aria-label={t("title")}>
      <h2 className="mb-2 text-panel font-semibold">{t("title")}</h2>
      <ul className="-mx-4 border-t border-line tablet:mx-0 tablet:border-x">
        {live.map((record) => (
          <Item key={record.id} record={record} outbox={props.outbox} onChange={props.onChange} />
        ))}
      </ul>
    </section>
  );
}

function Item(props: {
  readonly record: LiveRecord;
  readonly outbox: Outbox;
  readonly onChange: (work: Promise<void>) => void;
}) {
  const t = useTranslations("outbox");
  const { record, outbox, onChange } = props;
  const { state } = record;
  const reason = useReason(record);
  const [isAsked, setAsked] = useState(false);
  const Icon = { waiting: Clock, sending: LoaderCircle, stored: LoaderCircle, rejected: CircleX }[
    state.kind
  ];
  const isBad = state.kind === "rejected";
  return (
    <li className="border-b border-line bg-surface px-4 py-2.5">
      <p className="flex items-start gap-3">
        <Icon aria-hidden className={clsx("mt-1 size-4 shrink-0", isBad && "text-error")} />
        <span className="min-w-0 grow">
          <span className="block font-semibold wrap-anywhere">{record.name}</span>
          <span className={clsx("block text-note", isBad ? "font-medium text-error" : "text-ink2")}>
            {isBad ? t("records.rejected", { reason }) : t(`state.${state.kind}`)}
          </span>
        </span>
      </p>
      {isBad ? (
        <p className="flex flex-wrap items-center gap-2 pt-1 pl-7">
          <Link href={record.page} className="inline-flex min-h-11 items-center tablet:min-h-9">
            {t("records.openForm")}
          </Link>
          <Button size="small" onClick={() => onChange(outbox.retryRecord(record.id))}>
            {t("records.retry")}
          </Button>
          {isAsked ? (
            <Button
              size="small"
              variant="danger"
              onClick={() => onChange(outbox.discardRecord(record.id))}
            >
              {t("records.giveUpSure", { name: record.name })}
            </Button>
          ) : (
            <Button size="small" variant="ghost" onClick={() => setAsked(true)}>
              {t("giveUp")}
            </Button>
          )}
        </p>
      ) : null}
    </li>
  );
}

/** Why the server will not have it, in its reader's words. */
function useReason({ state }: LiveRecord): string {
  const t = useTranslations("outbox.records");
  const problems = useTranslations("problems");
  const [first] = state.kind === "rejected" ? state.problems : [];
  if (!first) return "";
  if (first.code === "mismatch") return t("mismatch");
  const code = first.code as Parameters<typeof problems>[0];
  return problems.has(code) ? problems(code) : t("unknownReason");
}
