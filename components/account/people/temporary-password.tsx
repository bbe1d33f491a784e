import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** A password that is shown this once, large enough to be read out. */
export function TemporaryPasswordNotice(props: {
  readonly username: string;
  readonly password: string;
  readonly children?: ReactNode;
}) {
  const t = useTranslations("people.password");
  return (
    <div
      role="status"
      className="rounded-panel border border-reached bg-reached-tint p-4 tablet:px-5"
    >
      <h2 className="flex items-center gap-2 text-panel font-semibold text-reached">
        <KeyRound aria-hidden className="size-5" />
        {t("title", { username: props.username })}
      </h2>
      <p className="my-2 text-section font-semibold break-all select-all">{props.password}</p>
      <p className="text-dense text-ink2">{t("once")}</p>
      {props.children}
    </div>
  );
}
