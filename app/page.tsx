import { redirect } from "next/navigation";

import { requireActor } from "@/lib/account/auth/server/session";
import { homeOf } from "@/lib/account/navigation";
import { withQuery } from "@/lib/base/routes";

/** The start: each role's first screen, in the campaign that the address names. */
export default async function HomePage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { kampanye } = await props.searchParams;
  const actor = await requireActor();
  redirect(withQuery(homeOf(actor.role), { kampanye: String(kampanye ?? "") }));
}
