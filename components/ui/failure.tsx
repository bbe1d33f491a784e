import { RefreshCw, ServerOff } from "lucide-react";
import { useTranslations } from "next-intl";

import { Button } from "./button";

/** The page could not be read: what is safe, how to go on, and a number to tell the administrator. */
export function Failure(props: { readonly incident: string | null; readonly onRetry: () => void }) {
  const t = useTranslations("common.failure");
  return (
    <div className="mx-auto grid max-w-160 justify-items-start gap-4 px-4 py-16">
      <ServerOff aria-hidden className="size-10 text-error" />
      <h1 className="text-title font-semibold">{t("title")}</h1>
      <p className="text-ink2">{t("text")}</p>
      <Button variant="primary" size="phone" onClick={props.onRetry}>
        <RefreshCw aria-hidden className="size-4" />
        {t("retry")}
      </Button>
      {props.incident ? (
        <p className="text-note text-ink3">{t("incident", { id: props.incident })}</p>
      ) : null}
    </div>
  );
}
