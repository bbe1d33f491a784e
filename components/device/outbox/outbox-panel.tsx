"use client";

import { RefreshCw } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";

import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { formats } from "@/lib/base/i18n/format";
import { isLive, type ConfirmedMutation } from "@/lib/device/outbox/mutation";
import type { OutboxView } from "@/lib/device/outbox/open-outbox";
import { isLiveRecord, type ArrivedRecord } from "@/lib/device/outbox/record-mutation";
import { routes } from "@/lib/base/routes";
import type { EntryColumn } from "@/lib/report/entry-row";
import { localTime, type TimeZone } from "@/lib/base/time/time-zone";

import { ArrivedList } from "./arrived-list";
import { DraftList } from "./draft-list";
import { OutboxItem } from "./outbox-item";
import { RecordList } from "./record-list";
import { DownloadCopy, LoadCopy } from "./queue-copy";
import { useDrafts } from "./use-drafts";
import { useOutbox } from "./use-outbox";

/**
 * What this device has not brought to the server yet, and what it has. Everything in it is read from
 * the device, so it is the same without a connection.
 */
export function OutboxPanel(props: {
  readonly actorId: string;
  readonly timeZone: TimeZone;
  /** Of the campaign that the page is about. */
  readonly columns: readonly EntryColumn[];
}) {
  const t = useTranslations("outbox");
  const open = useOutbox(props.actorId);
  const typed = useDrafts(props.actorId);
  const [told, setTold] = useState("");
  const [isSending, setSending] = useState(false);

  async function sendNow() {
    if (!open) return;
    setSending(true);
    setTold("");
    try {
      await open.outbox.send({ isForced: true });
      const { unsent, isKept } = await open.outbox.view();
      const where = isKept ? "device" : "window";
      setTold(unsent > 0 ? t("stillUnsent", { count: unsent, where }) : t("allArrived"));
    } catch {
      setTold(t("file.failed"));
    } finally {
      setSending(false);
    }
  }

  function change(work: Promise<void>) {
    void work.then(sendNow).catch(() => setTold(t("file.failed")));
  }

  const live = open?.view.mutations.filter(isLive) ?? [];
  // Where the outbox is gone with the window, what waits in it is a draft too.
  const drafts = open?.view.isKept
    ? typed
    : typed.filter(({ slug, day, unit }) =>
        live.every((each) => each.slug !== slug || each.day !== day || each.unit !== unit),
      );
  return (
    <div className="mx-auto grid max-w-160 gap-4">
      <header>
        <div className="flex items-baseline justify-between gap-3">
          <h1 className="text-title font-semibold">{t("title")}</h1>
          {open && open.view.unsent > 0 ? (
            <DownloadCopy outbox={open.outbox} onTold={setTold} />
          ) : null}
        </div>
        <p aria-live="polite" className="mt-1 text-dense text-ink2">
          {open ? (
            <Summary view={open.view} drafts={drafts.length} timeZone={props.timeZone} />
          ) : (
            t("opening")
          )}
        </p>
      </header>
      {open ? (
        <>
          <Condition view={open.view} />
          {live.length > 0 ? (
            <ul
              aria-label={t("unsentList")}
              className="-mx-4 border-t border-line tablet:mx-0 tablet:border-x"
            >
              {live.map((mutation) => (
                <OutboxItem
                  key={mutation.id}
                  mutation={mutation}
                  condition={open.view.condition}
                  columns={props.columns}
                  timeZone={props.timeZone}
                  outbox={open.outbox}
                  onChange={change}
                />
              ))}
            </ul>
          ) : null}
          <RecordList records={open.view.records} outbox={open.outbox} onChange={change} />
          <div className="-mx-4 empty:hidden tablet:mx-0">
            <DraftList drafts={drafts} />
            <ArrivedList
              lines={open.view.mutations.filter((each): each is ConfirmedMutation => !isLive(each))}
              records={open.view.records.filter(
                (each): each is ArrivedRecord => !isLiveRecord(each),
              )}
              timeZone={props.timeZone}
            />
          </div>
          {open.view.unsent > 0 ? (
            <Button
              size="phone"
              aria-disabled={isSending || undefined}
              onClick={() => {
                if (!isSending) void sendNow();
              }}
            >
              <RefreshCw aria-hidden className={isSending ? "size-4 animate-spin" : "size-4"} />
              {t(isSending ? "sendingNow" : "sendNow")}
            </Button>
          ) : null}
          <p role="status" className="text-dense text-ink2 empty:hidden">
            {told}
          </p>
          <div className="flex flex-wrap items-center justify-between gap-x-4 border-t border-line pt-2">
            <p className="min-w-60 grow basis-0 text-note text-ink2">{t("file.explain")}</p>
            <LoadCopy outbox={open.outbox} onTold={setTold} />
          </div>
        </>
      ) : null}
    </div>
  );
}

/** "3 laporan belum terkirim. Dikirim otomatis begitu ada sinyal; terakhir dicoba 15.38." */
function Summary(props: {
  readonly view: OutboxView;
  readonly drafts: number;
  readonly timeZone: TimeZone;
}) {
  const t = useTranslations("outbox");
  const format = formats(useLocale());
  const { unsent, triedAt } = props.view;
  if (unsent === 0) {
    return props.drafts === 0 ? t("empty") : t("emptyBut", { count: props.drafts });
  }
  const time = triedAt === null ? "" : format.hour(localTime(new Date(triedAt), props.timeZone));
  return `${t("unsent", { count: unsent })}. ${time === "" ? t("automatic") : t("automaticSince", { time })}`;
}

/** Why nothing goes at all. */
function Condition({ view }: { readonly view: OutboxView }) {
  const t = useTranslations("outbox");
  if (!view.isKept) {
    return (
      <Banner kind="warning" title={t("notKept.title")}>
        {t("notKept.text")}
      </Banner>
    );
  }
  if (view.condition === null || view.unsent === 0) return null;
  return (
    <Banner
      kind="error"
      role="alert"
      title={t(`condition.${view.condition}.title`)}
      action={<a href={routes.signIn}>{t("signIn")}</a>}
    >
      {t(`condition.${view.condition}.text`)}
    </Banner>
  );
}
