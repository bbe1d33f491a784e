import { useTranslations } from "next-intl";

/** Opens WhatsApp with a notice. */
export function TellLink(props: {
  readonly href: string;
  /** Which notice, in full. */
  readonly name: string;
}) {
  const t = useTranslations("verification.list");
  return (
    <a
      href={props.href}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={props.name}
      className="inline-flex min-h-11 items-center text-link underline tablet:min-h-6 print:hidden"
    >
      {t("tell")}
    </a>
  );
}
