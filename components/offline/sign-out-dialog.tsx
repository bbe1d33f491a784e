"use client";

import { NextIntlClientProvider, useTranslations } from "next-intl";

import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { asLocale } from "@/lib/i18n/locale";
import english from "@/lib/i18n/messages/en/offline.json";
import indonesian from "@/lib/i18n/messages/id/offline.json";
import type { Leaving } from "@/lib/offline/leave";
import { pageOutbox } from "@/lib/outbox/page-outbox";
import { routes } from "@/lib/routes";
import { now } from "@/lib/time/clock";

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
  return (
    <Dialog
      isOpen
      onClose={onClose}
      closeLabel={t("cancel")}
      title={t("title")}
      buttons={
        <>
          {cancel}
          <Button onClick={() => void downloadCopy(actorId).catch(() => undefined)}>
            {t("copy")}
          </Button>
          <Button variant="danger" onClick={onLeave}>
            {t("leave")}
          </Button>
          <ButtonLink href={routes.outbox} prefetch={false} variant="primary">
            {t("send")}
          </ButtonLink>
        </>
      }
    >
      <p className="text-dense">{t("text", { count: obstacle.count })}</p>
    </Dialog>
  );
}

/** The outbox as a file, for another device. */
async function downloadCopy(actorId: string): Promise<void> {
  const [{ exportQueue }, outbox] = await Promise.all([
    import("@/lib/outbox/queue-file"),
    pageOutbox(actorId),
  ]);
  const { name, text } = await exportQueue(outbox, now());
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
