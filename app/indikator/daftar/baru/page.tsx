import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { IndicatorFormPage } from "../form-page";
import { mayManageIndicators, openIndicators } from "../../open-indicators";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("indicators.form");
  return { title: t("newTitle") };
}

/** Adds an indicator to the list. */
export default async function NewIndicatorPage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { actor, current } = await openIndicators(await props.searchParams);
  if (!current || !mayManageIndicators(actor, current.campaign)) notFound();
  return <IndicatorFormPage actor={actor} campaign={current.campaign} indicator={null} />;
}
