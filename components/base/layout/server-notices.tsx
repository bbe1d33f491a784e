import { useLocale, useTranslations } from "next-intl";

import { Banner } from "@/components/base/ui/banner";
import { formats } from "@/lib/base/i18n/format";
import type { ServerNotice } from "@/lib/server/state/notice";

/** What an administrator has to know of the server, on every screen until it is mended. */
export function ServerNotices({ notices }: { readonly notices: readonly ServerNotice[] }) {
  if (notices.length === 0) return null;
  return (
    <div className="mb-4 grid gap-2 print:hidden">
      {notices.map((notice) => (
        <Notice key={notice.code} notice={notice} />
      ))}
    </div>
  );
}

function Notice({ notice }: { readonly notice: ServerNotice }) {
  const t = useTranslations("server.notices");
  const format = formats(useLocale());
  switch (notice.code) {
    case "clockDiffers": {
      const minutes = format.count(Math.abs(notice.minutes));
      const direction = notice.minutes > 0 ? "ahead" : "behind";
      return (
        <Banner kind="error" title={t(`clockDiffers.${direction}`, { minutes })}>
          {t("clockDiffers.what")}
        </Banner>
      );
    }
    case "demoAccounts":
      return (
        <Banner kind="error" title={t("demoAccounts.title")}>
          {t("demoAccounts.what", { accounts: notice.accounts })}
        </Banner>
      );
    case "storageLow":
      return (
        <Banner
          kind="error"
          title={t("storageLow.title", { megabytes: format.count(notice.megabytes) })}
        >
          {t("storageLow.what")}
        </Banner>
      );
  }
}
