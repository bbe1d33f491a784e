import { Pencil } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/base/layout/client-messages";
import { Banner } from "@/components/base/ui/banner";
import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { DiscardDraft } from "@/components/campaign/set-up/discard-draft";
import { FileNotice } from "@/components/campaign/set-up/file-notice";
import { FillChoice } from "@/components/campaign/set-up/fill-draft";
import { StepForm } from "@/components/campaign/set-up/step-form";
import { StepRail } from "@/components/campaign/set-up/step-rail";
import { useStepSummaries } from "@/components/campaign/set-up/use-step-summaries";
import type { Grant } from "@/lib/account/auth/grant";
import { suggestDistricts } from "@/lib/account/region/server/actions";
import { listAreas, nameOfRegion } from "@/lib/account/region/server/queries";
import { formats } from "@/lib/base/i18n/format";
import { districtCode, regionLevel } from "@/lib/base/region/code";
import { routes } from "@/lib/base/routes";
import { problemsOfSteps, type StepProblems } from "@/lib/campaign/draft/problems";
import { stepNumber, stepNumbered, steps, type Step } from "@/lib/campaign/draft/step";
import type { UnitName } from "@/lib/campaign/draft/units";
import { areasOfDistrict } from "@/lib/campaign/server/actions";
import { discardDraftAction, saveDraftStepAction } from "@/lib/campaign/server/draft-actions";
import type { KeptDraft } from "@/lib/campaign/server/draft-queries";

import { Shell } from "../../shell";
import { DraftEnd } from "./draft-end";
import { DraftFilling } from "./draft-filling";

/** One step of a draft, between its rail and what can be done with the whole. */
export async function DraftPage(props: {
  readonly grant: Grant<"campaign:manage">;
  readonly kept: KeptDraft;
  readonly campaigns: readonly { readonly slug: string; readonly name: string }[];
  readonly query: Readonly<Record<string, string | string[] | undefined>>;
}) {
  const { grant, kept, query } = props;
  const { actor } = grant;
  const step = stepNumbered(query["langkah"]?.toString());
  const code = districtCode.safeParse(kept.draft.districtCode);
  const [areas, name, t] = await Promise.all([
    code.success ? listAreas(grant, code.data) : { subdistricts: [], villages: [] },
    code.success ? nameOfRegion(grant, code.data) : null,
    getTranslations("campaigns"),
  ]);
  const problems = problemsOfSteps(kept.draft, areas.villages);
  const isDistrict = regionLevel(actor.homeRegion) === "district";
  const chosen = name === null ? null : { code: kept.draft.districtCode, name, within: null };
  const source = query["isi"]?.toString();
  const filled = query["diisi"]?.toString() ?? "";
  return (
    <Shell actor={actor} current="campaigns">
      <Head {...props} step={step} />
      {filled ? (
        <div className="mb-4">
          <Banner kind="success" role="status" title={t("setUp.filled")} />
        </div>
      ) : null}
      <div className="grid items-start gap-4 desktop:grid-cols-[16rem_minmax(0,1fr)]">
        <Rail kept={kept} step={step} villages={areas.villages} problems={problems} />
        <div className="grid min-w-0 gap-4">
          {source === undefined ? null : (
            <DraftFilling {...{ grant, kept, step, source }} campaigns={props.campaigns} />
          )}
          {step === "people" ? (
            <DraftEnd grant={grant} kept={kept} villages={areas.villages} district={chosen} />
          ) : null}
          {kept.draft.fromFile ? <FileNotice file={kept.draft.fromFile} /> : null}
          {kept.draft.copyOf ? (
            <Banner kind="info" title={t("setUp.copied")}>
              {kept.draft.copyOf.targets ? t("setUp.copiedTargets") : null}
            </Banner>
          ) : null}
          <HeldEverywhere draft={kept.draft} />
          <ClientMessages of={["campaigns", "places", "words", "problems"]}>
            <StepForm
              // What was filled from elsewhere is another form: the fields begin anew.
              key={`${kept.id} ${step} ${filled}`}
              id={kept.id}
              step={step}
              version={kept.version}
              initial={kept.draft}
              savedAt={kept.updatedAt.toISOString()}
              problems={isSaved(kept, step) ? problems[step] : {}}
              ownDistrict={isDistrict ? chosen : null}
              district={chosen}
              areas={areas}
              findAreas={areasOfDistrict}
              searchDistricts={suggestDistricts}
              save={saveDraftStepAction}
            />
          </ClientMessages>
        </div>
      </div>
    </Shell>
  );
}

/** What is set up, where it stands, and what can be done with the whole of it. */
function Head(props: {
  readonly kept: KeptDraft;
  readonly step: Step;
  readonly campaigns: readonly { readonly slug: string; readonly name: string }[];
}) {
  const t = useTranslations();
  const { kept, step } = props;
  const number = stepNumber(step);
  const name = kept.draft.name || t("campaigns.setUp.drafts.unnamed");
  return (
    <>
      <Breadcrumb
        label={t("common.breadcrumb")}
        parts={[{ name: t("campaigns.title"), href: routes.campaigns }, { name }]}
      />
      <div className="mt-2 mb-4 grid gap-x-4 gap-y-1 tablet:grid-cols-[1fr_auto]">
        <div>
          <h1 className="text-title font-semibold">{t(`campaigns.setUp.steps.${step}`)}</h1>
          <p className="flex items-center gap-2 text-note text-ink3">
            <Pencil aria-hidden className="size-3.5 shrink-0" />
            {t("campaigns.setUp.chip", { number, all: steps.length })}.{" "}
            {t("campaigns.setUp.private")}
          </p>
        </div>
        <div className="flex flex-wrap items-start gap-x-5">
          <ClientMessages of={["campaigns", "problems"]}>
            <FillChoice id={kept.id} step={number} campaigns={props.campaigns} />
            <DiscardDraft id={kept.id} name={name} action={discardDraftAction} />
          </ClientMessages>
        </div>
      </div>
    </>
  );
}

/** Says of rounds that were held in units of which nobody goes on, until they are held in others. */
function HeldEverywhere({ draft }: { readonly draft: KeptDraft["draft"] }) {
  const t = useTranslations("campaigns.setUp");
  const f = formats(useLocale());
  const rounds = (draft.heldEverywhere ?? []).filter((number) =>
    draft.rounds.some((round) => round.number === number && !round.units),
  );
  return rounds.length === 0 ? null : (
    <Banner
      kind="warning"
      title={t("copiedEverywhere", { count: rounds.length, rounds: f.list(rounds.map(String)) })}
    />
  );
}

function Rail(props: {
  readonly kept: KeptDraft;
  readonly step: Step;
  readonly villages: readonly UnitName[];
  readonly problems: StepProblems;
}) {
  const t = useTranslations("campaigns.setUp");
  const { kept, problems } = props;
  const summaries = useStepSummaries(kept.draft, props.villages);
  return (
    <StepRail
      current={props.step}
      steps={steps.map((step) => {
        const count = Object.keys(problems[step]).length;
        const isOpen = !isSaved(kept, step);
        return {
          step,
          // The one that is being typed says what is wrong itself, when it is left.
          state: !isOpen && count === 0 ? "done" : isOpen || step === props.step ? "open" : "wrong",
          problems: count,
          summary: isOpen && step !== "people" ? t("empty") : summaries[step] || t("empty"),
        };
      })}
    />
  );
}

function isSaved(kept: KeptDraft, step: Step): boolean {
  return (kept.stepVersions[steps.indexOf(step)] ?? 0) > 0;
}
