import { useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import type { Addressee, Directive, Order } from "@/lib/directive/directive";
import { followUpsOfDraft } from "@/lib/directive/matrix";

import { ActForm } from "./act-form";
import type { FormAction } from "@/components/base/register/form-outcome";

/** Issues a draft, under what that makes of it; or throws it away. */
export function DraftEnd(props: {
  readonly slug: string;
  readonly directive: Directive;
  readonly orders: readonly Order[];
  readonly addressees: readonly Addressee[];
  readonly areas: { readonly subdistricts: number; readonly villages: number };
  readonly issue: FormAction;
  readonly remove: FormAction;
}) {
  const t = useTranslations("directives");
  const { directive, orders, addressees } = props;
  const { id, kind, version } = directive;
  const sent = { kampanye: props.slug, id };
  const unasked = orders.filter(({ askedOf }) => askedOf.length === 0);
  const isReady = orders.length > 0 && unasked.length === 0;
  return (
    <>
      <Panel title={t("issue.title")}>
        <div className="mt-2">
          {isReady ? (
            <ActForm
              sent={{ ...sent, version }}
              action={props.issue}
              label={t("issue.press")}
              variant="primary"
            >
              <p className="max-w-180 text-dense">
                {t("issue.becomes", {
                  kind,
                  orders: orders.length,
                  addressees: addressees.length,
                  followUps: followUpsOfDraft({ orders, addressees }, props.areas),
                })}{" "}
                {t("issue.then")}
              </p>
            </ActForm>
          ) : (
            <p className="text-dense text-ink2">
              {unasked.length > 0
                ? t("issue.unasked", { orders: unasked.map(({ label }) => label).join(", ") })
                : t("issue.none")}
            </p>
          )}
        </div>
      </Panel>
      <RemoveDirective sent={sent} title={directive.title} action={props.remove} />
    </>
  );
}

/** Folded: what would be lost, and the button. */
export function RemoveDirective(props: {
  readonly sent: { readonly kampanye: string; readonly id: string };
  readonly title: string;
  readonly action: FormAction;
}) {
  const t = useTranslations("directives.remove");
  return (
    <details className="print:hidden">
      <summary className="inline-flex min-h-11 items-center text-dense text-link underline underline-offset-3 tablet:min-h-8">
        {t("title")}
      </summary>
      <div className="mt-2">
        <ActForm sent={props.sent} action={props.action} label={t("press")} variant="danger">
          <p className="text-dense wrap-anywhere">{t("question", { title: props.title })}</p>
        </ActForm>
      </div>
    </details>
  );
}
