import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { listIndicators } from "@/lib/indicator/server/queries";

import { IndicatorFormPage } from "../form-page";
import { mayManageIndicators, openIndicators } from "../../open-indicators";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("indicators.form");
  return { title: t("editTitle") };
}

/** Changes an indicator of the list. */
export default async function IndicatorPage(props: {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { id } = await props.params;
  const { actor, current } = await openIndicators(await props.searchParams);
  if (!current || !mayManageIndicators(actor, current.campaign)) notFound();
  const { campaign, grant } = current;
  const found = (await listIndicators(grant, campaign)).find((each) => each.id === id);
  if (!found) notFound();
  return <IndicatorFormPage actor={actor} campaign={campaign} indicator={found} />;
}
