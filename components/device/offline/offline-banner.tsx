"use client";

import { CloudOff } from "lucide-react";
import { useTranslations } from "next-intl";

import { useOnline } from "./use-online";
import { useStorageState } from "./use-storage-state";

/**
 * Says under the top bar that there is no signal, and that one can go on.
 *
 * @param kept the page was drawn from what the device keeps; `asOf` says of when; `href` is its
 * own address.
 */
export function OfflineBanner(props: {
  readonly kept?: { readonly asOf: string; readonly href: string };
}) {
  const t = useTranslations("offline.banner");
  const isOnline = useOnline();
  const storage = useStorageState();
  const where = storage === "none" || storage === "full" ? "window" : "device";
  if (isOnline && !props.kept) return null;

  return (
    <div
      role="status"
      className="-mx-4 -mt-5 mb-5 flex items-start gap-3 bg-ink px-4 py-3 text-dense text-canvas tablet:-mx-6 tablet:px-6 desktop:mx-0 desktop:mt-0 desktop:rounded-control"
    >
      <CloudOff aria-hidden className="mt-px size-5 shrink-0" />
      <div className="min-w-0 grow">
        <strong className="block font-semibold">{t(isOnline ? "keptTitle" : "title")}</strong>
        {t("text", { where })} {props.kept?.asOf}
      </div>
      {isOnline && props.kept ? (
        // The whole page from the server, not a part of this one.
        <a href={props.kept.href} className="shrink-0 py-0.5 text-canvas">
          {t("reload")}
        </a>
      ) : null}
    </div>
  );
}
