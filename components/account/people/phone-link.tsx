import { useTranslations } from "next-intl";

import { isMobile, phoneShown, whatsAppLink } from "@/lib/account/people/phone";

/** A telephone number, which opens WhatsApp where it can have it. */
export function PhoneLink({ phone, name }: { readonly phone: string; readonly name: string }) {
  const t = useTranslations("people");
  const shown = phoneShown(phone);
  if (!isMobile(phone)) return shown;
  return (
    <a
      href={whatsAppLink(phone)}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={t("whatsAppTo", { name, phone: shown })}
      className="inline-flex min-h-11 items-center tablet:min-h-6"
    >
      {shown}
    </a>
  );
}
