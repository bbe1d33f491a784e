import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/base/layout/client-messages";
import { DraftSent } from "@/components/base/kept/draft-sent";
import { Panel } from "@/components/base/ui/panel";
import { DirectiveForm } from "@/components/directive/directive-form";
import { DraftEnd } from "@/components/directive/draft-end";
import { DraftFacts, DraftHead } from "@/components/directive/draft-head";
import { DraftOrders } from "@/components/directive/draft-orders";
import type { Actor } from "@/lib/account/auth/policy";
import { routes, withQuery } from "@/lib/base/routes";
import type { Campaign } from "@/lib/campaign/campaign";
import { addresseeChoicesOf } from "@/lib/directive/addressee-choices";
import {
  issueDirectiveAction,
  removeDirectiveAction,
  removeOrderAction,
  saveDirectiveAction,
  storeOrderAction,
} from "@/lib/directive/server/actions";
import type { WholeDirective } from "@/lib/directive/server/directive-queries";

import { addresseesIn, keptForms } from "../open-directives";

/** A draft: what is filled in, its orders with their forms, and its end. */
export async function DraftPage(props: {
  readonly actor: Actor;
  readonly campaign: Campaign;
  readonly found: WholeDirective;
  /** What it says of itself and whom it is addressed to is being changed. */
  readonly isChanging: boolean;
}) {
  const { campaign, found } = props;
  const { directive, orders, addressees } = found;
  const { slug } = campaign;
  const [{ offices, areas, register }, keptAs, t] = await Promise.all([
    addresseesIn(props.actor, campaign),
    keptForms(props.actor),
    getTranslations("directives.form"),
  ]);
  return (
    <div className="grid gap-4">
      <DraftHead slug={slug} directive={directive} />
      <ClientMessages of={["directives", "followUps", "problems", "register"]}>
        {props.isChanging ? (
          <Panel title={t("changeTitle")}>
            <DirectiveForm
              slug={slug}
              id={directive.id}
              directive={directive}
              addressees={addresseeChoicesOf(addressees, offices, areas)}
              register={register}
              kept={keptAs(directive.id)}
              save={saveDirectiveAction}
              back={withQuery(routes.directive(directive.id), { kampanye: slug })}
            />
          </Panel>
        ) : (
          <>
            <DraftSent name={keptAs("").name} />
            <DraftFacts slug={slug} directive={directive} addressees={addressees} />
            <DraftOrders
              campaign={campaign}
              directive={directive}
              orders={orders}
              addressees={addressees}
              kept={(order) => keptAs(`${directive.id}/${order}`)}
              store={storeOrderAction}
              remove={removeOrderAction}
            />
            <DraftEnd
              slug={slug}
              directive={directive}
              orders={orders}
              addressees={addressees}
              areas={areas}
              issue={issueDirectiveAction}
              remove={removeDirectiveAction}
            />
          </>
        )}
      </ClientMessages>
    </div>
  );
}
