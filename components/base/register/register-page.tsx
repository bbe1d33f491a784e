import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { ButtonLink } from "@/components/base/ui/button-link";
import { Segments } from "@/components/base/ui/segments";

/** A choice of what the register shows: it lives in the address. */
type RegisterFilter = {
  readonly label: string;
  readonly options: readonly {
    readonly label: string;
    readonly href: string;
    readonly isCurrent: boolean;
  }[];
};

/**
 * A register of a campaign as a screen: what it says in one sentence, what can be done, what is shown of it,
 * its rows, and where the rest is.
 */
export function RegisterPage(props: {
  /** The one sentence that the screen is opened for. */
  readonly headline: ReactNode;
  /** A name for the screen, where the headline does not say it. */
  readonly intro?: ReactNode;
  /** Buttons: the primary one first. */
  readonly actions?: ReactNode;
  /** Figures of the whole register, under the headline. */
  readonly summary?: ReactNode;
  readonly filters?: readonly RegisterFilter[];
  /** Said in place of the rows where the filters leave none. */
  readonly noneShown?: string | null;
  /** Address of the whole list as a file. */
  readonly csv?: string;
  /** Addresses of the first and of the next page; null: this is it. */
  readonly pages?: { readonly first: string | null; readonly next: string | null };
  readonly children: ReactNode;
}) {
  const t = useTranslations("register");
  const { filters = [], pages } = props;
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <h1 className="text-verdict-phone font-semibold tablet:text-title">{props.headline}</h1>
          {props.intro ? <p className="max-w-180 text-ink2">{props.intro}</p> : null}
        </div>
        {props.actions ? (
          <div className="flex flex-wrap gap-2 max-tablet:w-full print:hidden">{props.actions}</div>
        ) : null}
      </div>
      {props.summary}
      {filters.length > 0 || props.csv ? (
        <div className="flex flex-wrap items-center gap-3 print:hidden">
          {filters.map((filter) => (
            <div key={filter.label} className="max-tablet:w-full">
              <Segments {...filter} />
            </div>
          ))}
          {props.csv ? (
            <ButtonLink href={props.csv} prefetch={false} className="tablet:ml-auto">
              <Download aria-hidden className="size-4" />
              CSV
            </ButtonLink>
          ) : null}
        </div>
      ) : null}
      {props.noneShown ? <p className="text-dense text-ink2">{props.noneShown}</p> : null}
      {props.children}
      {pages && (pages.first ?? pages.next) ? (
        <nav aria-label={t("pages")} className="flex flex-wrap gap-2 print:hidden">
          {pages.first ? <ButtonLink href={pages.first}>{t("first")}</ButtonLink> : null}
          {pages.next ? <ButtonLink href={pages.next}>{t("next")}</ButtonLink> : null}
        </nav>
      ) : null}
    </div>
  );
}
