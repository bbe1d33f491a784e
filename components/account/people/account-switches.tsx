import { Languages, LogOut } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { SignOutForm } from "@/components/device/offline/sign-out-form";
import { Button } from "@/components/base/ui/button";

/** Language and signing out: plain forms, so that they work without scripts. */
export function AccountSwitches(props: {
  readonly actorId: string;
  readonly switchLocale: (form: FormData) => Promise<void>;
  readonly signOut: () => Promise<void>;
}) {
  const t = useTranslations("account");
  const other = useLocale() === "id" ? "en" : "id";
  return (
    <div className="flex flex-wrap gap-2">
      <form action={props.switchLocale}>
        <Button type="submit" name="locale" value={other} lang={other}>
          <Languages aria-hidden className="size-4" />
          {t("otherLanguage")}
        </Button>
      </form>
      <SignOutForm actorId={props.actorId} action={props.signOut}>
        <Button type="submit">
          <LogOut aria-hidden className="size-4" />
          {t("signOut")}
        </Button>
      </SignOutForm>
    </div>
  );
}
