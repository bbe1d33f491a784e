import { redirect } from "next/navigation";

import { requireActor } from "@/lib/account/auth/server/session";
import { homeOf, isFillingIn } from "@/lib/account/navigation";
import { routes, withQuery } from "@/lib/base/routes";
import { campaignsOf } from "@/lib/campaign/server/current";
import { isGoing } from "@/lib/monitor/first-steps/server/queries";

/** The start: each role's first screen; of who fills in, Input of the campaign that the address names. */
export default async function HomePage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { kampanye } = await props.searchParams;
  const actor = await requireActor();
  // An installation without a campaign is set up first.
  if (!(await isGoing(actor)) && (await campaignsOf(actor)).length === 0) {
    redirect(routes.firstSteps);
  }
  // *Hari ini* spans campaigns: a campaign that is chosen is shown where it is filled in.
  const isChosen = kampanye !== undefined && isFillingIn(actor.role);
  redirect(
    withQuery(isChosen ? routes.entry : homeOf(actor.role), { kampanye: String(kampanye ?? "") }),
  );
}
