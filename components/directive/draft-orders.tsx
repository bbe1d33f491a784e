import { useLocale, useTranslations } from "next-intl";

import type { KeptAs } from "@/components/base/kept/kept-notice";
import { Panel } from "@/components/base/ui/panel";
import { formats } from "@/lib/base/i18n/format";
import type { Campaign } from "@/lib/campaign/campaign";
import { orderLabel, type Directive, type Order, type Addressee } from "@/lib/directive/directive";
import { measureKey } from "@/lib/directive/measure";

import { ActForm } from "./act-form";
import { useAddresseeName, useMeasures } from "./directive-words";
import type { FormAction } from "@/components/base/register/form-outcome";
import { OrderForm, type OrderStart } from "./order-form";

/** The orders of a draft, each with its form, and the form of the next one. */
export function DraftOrders(props: {
  readonly campaign: Campaign;
  readonly directive: Directive;
  readonly orders: readonly Order[];
  readonly addressees: readonly Addressee[];
  /** Under which name the half-typed fields of an order's form are kept. */
  readonly kept: (order: string) => KeptAs;
  readonly store: FormAction;
  readonly remove: FormAction;
}) {
  const t = useTranslations("directives");
  const f = formats(useLocale());
  const nameOf = useAddresseeName();
  const measures = useMeasures(props.campaign);
  const { campaign, directive, orders, addressees } = props;
  const { id, kind, version } = directive;
  const sent = { kampanye: campaign.slug, id, version };
  const form = {
    slug: campaign.slug,
    id,
    version,
    // What is about no campaign has no figures to be measured by.
    measures: directive.isOfCampaign ? measures : [],
    addressees: addressees.map((each) => ({ position: each.position, name: nameOf(each) })),
    save: props.store,
  };
  return (
    <>
      {orders.length > 0 ? (
        <Panel title={t("draft.orders", { count: orders.length, kind })}>
          <ul className="mt-2 border-b border-line">
            {orders.map((order) => (
              <li key={order.position} className="border-t border-line">
                <details>
                  <summary className="min-h-11 py-2 text-dense wrap-anywhere">
                    <b className="font-semibold text-link underline underline-offset-3">
                      {order.label}
                    </b>{" "}
                    {order.title}
                    <span className="block text-note text-ink3">
                      {t("draft.orderNote", {
                        day: f.day(order.dueOn),
                        addressees: order.askedOf.length,
                      })}
                    </span>
                  </summary>
                  <div className="grid gap-4 pb-4">
                    <OrderForm
                      {...form}
                      order={startOf(order)}
                      kept={props.kept(String(order.position))}
                    />
                    <ActForm
                      sent={{ ...sent, position: order.position }}
                      action={props.remove}
                      label={t("draft.removeOrder", { label: order.label })}
                      variant="danger"
                    />
                  </div>
                </details>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      <Panel title={t("draft.add", { kind })} note={t("draft.addNote")}>
        <OrderForm
          {...form}
          order={nextOf(directive, orders, addressees)}
          kept={props.kept("baru")}
        />
      </Panel>
    </>
  );
}

function startOf({ measure, ...order }: Order): OrderStart {
  return { ...order, measure: measure === null ? "" : measureKey(measure) };
}

/** A new order is proposed with the next number, and asked of all. */
function nextOf(
  { kind }: Directive,
  orders: readonly Order[],
  addressees: readonly Addressee[],
): OrderStart {
  return {
    position: null,
    label: orderLabel(kind, orders.length + 1),
    title: "",
    text: "",
    dueOn: "",
    measure: "",
    askedOf: addressees.map(({ position }) => position),
  };
}
