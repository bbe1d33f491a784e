"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

import { Banner } from "@/components/ui/banner";
import { storageState, type StorageState } from "@/lib/offline/storage-state";

/** Says before anything is typed that this browser would not keep it, or may not. */
export function StorageNotice() {
  const t = useTranslations("offline.storage");
  const [state, setState] = useState<StorageState>("kept");

  useEffect(() => {
    let isHere = true;
    void storageState().then((found) => isHere && setState(found));
    return () => {
      isHere = false;
    };
  }, []);

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
