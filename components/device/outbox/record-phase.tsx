"use client";

import { Smartphone } from "lucide-react";
import { useTranslations } from "next-intl";

import { Banner } from "@/components/base/ui/banner";
import { routes } from "@/lib/base/routes";

import type { RecordStage } from "./use-record-form";

/** Says where what was typed is while the server does not have it yet. */
export function RecordPhase(props: { readonly phase: RecordStage }) {
  const t = useTranslations("register.phase");
  const { phase } = props;
  if (phase === "idle") return null;
  return (
    <Banner
      kind="info"
      role="status"
      title={
        <>
          {phase === "kept" ? <Smartphone aria-hidden className="mr-1 inline size-4" /> : null}
          {t(phase)}
        </>
      }
      action={phase === "sending" ? undefined : <a href={routes.outbox}>{t("open")}</a>}
    />
  );
}
