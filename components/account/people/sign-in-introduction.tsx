import { useLocale, useTranslations } from "next-intl";

import { Logo } from "@/components/base/layout/logo";

/** What Cakupan answers, beside the sign-in: the question and three bars without numbers. */
export function SignInIntroduction(props: {
  readonly switchLocale: (form: FormData) => Promise<void>;
}) {
  const t = useTranslations("signIn");
  const locale = useLocale();

  return (
    <header className="on-bar flex flex-col gap-6 bg-bar p-4 text-bar-ink tablet:p-6 desktop:justify-between desktop:p-16">
      <div className="flex items-center justify-between gap-4">
        <span className="flex items-center gap-3 text-section font-semibold">
          <Logo />
          Cakupan
        </span>
        <form action={props.switchLocale}>
          <button
            type="submit"
            name="locale"
            value={locale === "id" ? "en" : "id"}
            className="min-h-11 px-1 text-dense underline"
            lang={locale === "id" ? "en" : "id"}
          >
            {t("otherLanguage")}
          </button>
        </form>
      </div>
      <div className="grid max-w-xl gap-6">
        <p className="text-verdict-phone font-semibold tracking-[-0.018em] desktop:text-verdict">
          {t("question")}
        </p>
        <svg viewBox="0 0 604 106" className="hidden w-full desktop:block" aria-hidden>
          {[
            { y: 6, done: 374, goal: 574 },
            { y: 45, done: 290, goal: 483 },
            { y: 83, done: 501, goal: 483 },
          ].map(({ y, done, goal }) => (
            <g key={y} fill="var(--bar-mark)">
              <rect y={y} width="604" height="17" opacity="0.18" rx="2" />
              <rect y={y} width={done} height="17" rx="2" />
              <rect x={goal} y={y - 6} width="4" height="29" fill="var(--bar-ink)" />
            </g>
          ))}
        </svg>
      </div>
      <p className="hidden max-w-xl text-dense text-bar-ink2 desktop:block">{t("purpose")}</p>
    </header>
  );
}
