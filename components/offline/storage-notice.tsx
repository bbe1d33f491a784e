"use client";

import { useTranslations } from "next-intl";

import { Banner } from "@/components/ui/banner";

import { useStorageState } from "./use-storage-state";

/** Says before anything is typed that this browser would not keep it, or may not. */
export function StorageNotice() {
  const t = useTranslations("offline.storage");
  const state = useStorageState();
  if (state === "kept") return null;
  if (state === "clearable") {
    return <p className="mb-5 text-note text-ink2">{t("clearable")}</p>;
  }
  return (
    <div className="mb-5">
      <Banner kind="warning" role="alert" title={t(`${state}Title`)}>
        {t(`${state}Text`)}
      </Banner>
    </div>
  );
}
