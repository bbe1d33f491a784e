"use client";

import { useTranslations } from "next-intl";
import type { ChangeEvent } from "react";

import type { Outbox } from "@/lib/device/outbox/open-outbox";

import { saveCopy } from "./save-copy";

type Props = {
  readonly outbox: Outbox;
  /** What came of it, as a sentence. */
  readonly onTold: (text: string) => void;
};

/** Downloads what has not arrived, to be loaded on another device. */
export function DownloadCopy({ outbox, onTold }: Props) {
  const t = useTranslations("outbox.file");

  async function download() {
    const count = await saveCopy(outbox);
    onTold(count === 0 ? t("nothing") : t("downloaded", { count }));
  }

  return (
    <button
      type="button"
      onClick={() => void download().catch(() => onTold(t("failed")))}
      className="min-h-11 shrink-0 text-dense text-link underline tablet:min-h-8"
    >
      {t("download")}
    </button>
  );
}

/** Loads a copy that another device of the same person wrote, and sends it. */
export function LoadCopy({ outbox, onTold }: Props) {
  const t = useTranslations("outbox.file");

  async function load(input: HTMLInputElement) {
    const [file] = input.files ?? [];
    if (!file) return;
    const { importQueue } = await import("@/lib/device/outbox/queue-file");
    const loaded = await importQueue(outbox, await file.text());
    input.value = "";
    onTold(
      loaded.kind === "rejected"
        ? t(`problems.${loaded.problem}`)
        : t("loaded", { count: loaded.count, known: loaded.known }),
    );
    if (loaded.kind === "loaded") await outbox.send({ isForced: true });
  }

  return (
    <label className="relative -ml-4 inline-flex min-h-11 cursor-pointer items-center justify-center rounded-control px-4 text-dense font-semibold text-link hover:bg-sunken has-focus-visible:outline-3 has-focus-visible:outline-focus tablet:ml-0 tablet:min-h-10">
      {t("load")}
      <input
        type="file"
        accept="application/json,.json"
        className="absolute inset-0 cursor-pointer opacity-0"
        onChange={(event: ChangeEvent<HTMLInputElement>) =>
          void load(event.currentTarget).catch(() => onTold(t("failed")))
        }
      />
    </label>
  );
}
