import { redirect } from "next/navigation";

import { requireActor } from "@/lib/account/auth/server/session";
import { homeOf, isFillingIn } from "@/lib/account/navigation";
import { routes, withQuery } from "@/lib/base/routes";
import { campaignsOf, runsSeveral } from "@/lib/campaign/server/current";
import { isGoing } from "@/lib/monitor/first-steps/server/queries";

/** The start: each role's first screen, in the campaign that the address names; *Hari ini* where several run. */
export default async function HomePage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { kampanye } = await props.searchParams;
  const actor = await requireActor();
  // Who fills in several campaigns today comes for all of them.
  if (kampanye === undefined && isFillingIn(actor.role) && (await runsSeveral(actor))) {
    redirect(routes.today);
  }
  // An installation without a campaign is set up first.
  if (!(await isGoing(actor)) && (await campaignsOf(actor)).length === 0) {
    redirect(routes.firstSteps);
  }
  redirect(withQuery(homeOf(actor.role), { kampanye: String(kampanye ?? "") }));
}
