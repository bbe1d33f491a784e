"use client";

import { NextIntlClientProvider, useTranslations } from "next-intl";
import { useState } from "react";

import { saveCopy } from "@/components/device/outbox/save-copy";
import { Button } from "@/components/base/ui/button";
import { ButtonLink } from "@/components/base/ui/button-link";
import { Dialog } from "@/components/base/ui/dialog";
import { asLocale } from "@/lib/base/i18n/locale";
import english from "@/lib/base/i18n/messages/en/offline.json";
import indonesian from "@/lib/base/i18n/messages/id/offline.json";
import type { Leaving } from "@/lib/device/offline/leave";
import { pageOutbox } from "@/lib/device/outbox/page-outbox";
import { routes } from "@/lib/base/routes";

type Props = {
  readonly obstacle: Exclude<Leaving, { kind: "free" }>;
  readonly actorId: string;
  readonly onLeave: () => void;
  readonly onClose: () => void;
};

/**
 * Asks before signing out takes reports away that nobody else has. It brings its own sentences:
 * every page has the button, and few people ever see this.
 */
export function SignOutDialog(props: Props) {
  // The bars are drawn on the server; in the browser only the document still says its language.
  const locale = asLocale(document.documentElement.lang);
  const offline = locale === "en" ? english : indonesian;
  return (
    <NextIntlClientProvider locale={locale} messages={{ offline }}>
      <Question {...props} />
    </NextIntlClientProvider>
  );
}

function Question({ obstacle, actorId, onLeave, onClose }: Props) {
  const t = useTranslations("offline.signOut");
  const [told, setTold] = useState("");
  const cancel = (
    <Button key="cancel" onClick={onClose}>
      {t("cancel")}
    </Button>
  );
  if (obstacle.kind === "noNetwork") {
    return (
      <Dialog
        isOpen
        onClose={onClose}
        closeLabel={t("cancel")}
        title={t("noNetworkTitle")}
        buttons={cancel}
      >
        <p className="text-dense">{t("noNetworkText")}</p>
      </Dialog>
    );
  }

  const { queued, drafts } = obstacle;
  async function copy(): Promise<void> {
    setTold("");
    try {
      const count = await saveCopy(await pageOutbox(actorId));
      setTold([t("copied", { count }), drafts > 0 ? t("copiedWithout") : ""].join(" ").trim());
    } catch {
      setTold(t("copyFailed"));
    }
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      closeLabel={t("cancel")}
      title={t("title")}
      buttons={
        <>
          {cancel}
          {queued > 0 ? <Button onClick={() => void copy()}>{t("copy")}</Button> : null}
          <Button variant="danger" onClick={onLeave}>
            {t("leave")}
          </Button>
          <ButtonLink href={routes.outbox} prefetch={false} variant="primary" onClick={onClose}>
            {t(queued > 0 ? "send" : "see")}
          </ButtonLink>
        </>
      }
    >
      <div className="grid gap-1 text-dense">
        {queued > 0 ? <p>{t("queued", { count: queued })}</p> : null}
        {drafts > 0 ? <p>{t("drafts", { count: drafts })}</p> : null}
        <p>{t("leaving")}</p>
        <p role="status" className="text-ink2 empty:hidden">
          {told}
        </p>
      </div>
    </Dialog>
  );
}
