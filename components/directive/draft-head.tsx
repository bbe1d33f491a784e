import { Pencil } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { ButtonLink } from "@/components/base/ui/button-link";
import { Panel } from "@/components/base/ui/panel";
import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import type { Addressee, Directive } from "@/lib/directive/directive";

import { useAddresseeName, useDirectiveName, useOrigin } from "./directive-words";

type Props = {
  readonly slug: string;
  readonly directive: Directive;
};

/** The way up, and the title of a directive that is not issued yet. */
export function DraftHead({ slug, directive }: Props) {
  const t = useTranslations("directives");
  const common = useTranslations("common");
  const nameOf = useDirectiveName();
  const originOf = useOrigin();
  return (
    <div>
      <Breadcrumb
        label={common("breadcrumb")}
        parts={[
          { name: t("screen"), href: withQuery(routes.directives, { kampanye: slug }) },
          { name: nameOf(directive) },
        ]}
      />
      <h1 className="mt-2 text-title font-semibold wrap-anywhere">{directive.title}</h1>
      <p className="text-dense text-ink2">
        <DraftChip /> {nameOf(directive)}, {originOf(directive)}. {t("draft.note")}
      </p>
    </div>
  );
}

export function DraftChip() {
  const t = useTranslations("directives");
  return (
    <span className="mr-1 inline-flex items-center gap-1 rounded-pill border border-line-strong px-2 text-note font-semibold">
      <Pencil aria-hidden className="size-3" />
      {t("draft.chip")}
    </span>
  );
}

/** What is filled in of a draft, with the way to change it. */
export function DraftFacts({
  slug,
  directive,
  addressees,
}: Props & { readonly addressees: readonly Addressee[] }) {
  const t = useTranslations("directives");
  const f = formats(useLocale());
  const nameOf = useAddresseeName();
  const facts = [
    { name: t("form.source"), value: directive.source },
    { name: t("form.reviewOn"), value: directive.reviewOn && f.longDay(directive.reviewOn) },
    {
      name: t("form.ofCampaign"),
      value: directive.isOfCampaign ? t("draft.yes") : t("draft.ofNone"),
    },
  ].filter(({ value }) => value !== null);
  return (
    <Panel
      title={t("draft.facts", { count: addressees.length })}
      actions={
        <ButtonLink
          href={withQuery(routes.directive(directive.id), { kampanye: slug, ubah: 1 })}
          size="small"
          className="max-tablet:min-h-11"
        >
          {t("draft.change")}
        </ButtonLink>
      }
    >
      <ol className="mt-3 grid list-inside list-decimal gap-x-6 gap-y-1 text-dense tablet:grid-cols-2 wide:grid-cols-3">
        {addressees.map((addressee) => (
          <li key={addressee.position} className="wrap-anywhere">
            {nameOf(addressee)}
            {addressee.kind === "class" && addressee.office ? (
              <span className="text-note text-ink3">
                {" "}
                {t("through", { office: addressee.office.name })}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      <dl className="mt-3 grid gap-x-4 gap-y-1 text-dense tablet:grid-cols-[auto_1fr]">
        {facts.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="text-ink3">{name}</dt>
            <dd className="wrap-anywhere max-tablet:mb-1">{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
