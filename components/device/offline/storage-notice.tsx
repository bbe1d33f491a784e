"use client";

import { useTranslations } from "next-intl";

import { Banner } from "@/components/base/ui/banner";

import { useStorageState } from "./use-storage-state";

/**
 * Says before anything is typed that this browser would not keep it; and once, on the account's
 * page, that it may clear it.
 */
export function StorageNotice(props: { readonly isOfAccount?: boolean }) {
  const t = useTranslations("offline.storage");
  const state = useStorageState();
  if (state === "kept") return null;
  if (state === "clearable") {
    return props.isOfAccount ? <p className="mb-5 text-dense text-ink2">{t("clearable")}</p> : null;
  }
  return (
    <div className="mb-5">
      <Banner kind="warning" role="alert" title={t(`${state}Title`)}>
        {t(`${state}Text`)}
      </Banner>
    </div>
  );
}
