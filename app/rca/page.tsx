import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/base/layout/client-messages";
import { RecordButton } from "@/components/base/register/record-button";
import { RegisterChoices } from "@/components/base/register/register-choices";
import { RegisterPage } from "@/components/base/register/register-page";
import { EmptyState } from "@/components/base/ui/empty-state";
import { NoCampaign } from "@/components/campaign/no-campaign";
import { StatusShapes } from "@/components/monitor/coverage/status-shape";
import { MarkPanel } from "@/components/safety/mark-panel";
import { Proposals } from "@/components/safety/proposals";
import { DivergenceNotice, RapidHeadline, RapidLead } from "@/components/safety/rapid-head";
import { RapidTable } from "@/components/safety/rapid-table";
import { mayEver } from "@/lib/account/auth/policy";
import { routes, withQuery } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { openCampaign } from "@/lib/campaign/server/current";
import { cursorPage, rapidCursor, readRapidCursor } from "@/lib/safety/cursor";
import { readRapidFilter } from "@/lib/safety/register-words";
import { setPassMarkAction } from "@/lib/safety/server/actions";
import { readRapidRegister } from "@/lib/safety/server/register";
import { subdistrictChoices } from "@/lib/safety/unit-choice";

import { Shell } from "../shell";

const perPage = 50;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("rapidAssessments");
  return { title: t("screen") };
}

/** Rapid assessments of a campaign, beside what the reports of their places say. */
export default async function RapidAssessmentsPage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = await props.searchParams;
  const { actor, current } = await openCampaign("safety:report", query["kampanye"]?.toString());
  if (!current) {
    return (
      <Shell actor={actor} current="rapidAssessments">
        <NoCampaign role={actor.role} />
      </Shell>
    );
  }
  const { campaign, grant } = current;
  const { slug, wording } = campaign;
  const today = localDay(now(), campaign.timeZone);
  const { words, filter } = readRapidFilter(query);
  const after = readRapidCursor(query["sesudah"]?.toString());
  const [register, t] = await Promise.all([
    readRapidRegister(grant, campaign, { filter, after, perPage, today }),
    getTranslations("rapidAssessments"),
  ]);
  const { mark, verdicts, said, units } = register;
  const { rows, next } = cursorPage(register.listed, perPage, rapidCursor);
  const { repeat, pass, incomplete } = verdicts;
  const all = repeat + pass + incomplete;
  const intervention = campaign.interventions[0]?.shortName ?? "";
  const to = (change: Readonly<Record<string, string | null>>) =>
    withQuery(routes.rapidAssessments, { kampanye: slug, ...words, ...change });
  const record = (
    <RecordButton
      href={withQuery(routes.newRapidAssessment, { kampanye: slug })}
      label={t("record")}
    />
  );
  const proposals = <Proposals slug={slug} said={said} intervention={intervention} />;
  return (
    <Shell
      actor={actor}
      current="rapidAssessments"
      campaign={campaign}
      forms={[withQuery(routes.newRapidAssessment, { kampanye: slug })]}
      print={{ day: today }}
    >
      <StatusShapes />
      {all === 0 ? (
        <>
          <EmptyState title={t("empty.title")} footer={record}>
            {t("empty.text", { houses: mark.houses })}
          </EmptyState>
          <div className="mx-auto max-w-160">{proposals}</div>
        </>
      ) : (
        <RegisterPage
          headline={<RapidHeadline verdicts={verdicts} />}
          intro={<RapidLead said={said} intervention={intervention} />}
          actions={record}
          csv={withQuery(routes.rapidAssessmentsCsv, { kampanye: slug, ...words })}
          filters={[
            {
              label: t("filter.label"),
              options: (
                [
                  { word: null, name: "all", count: all },
                  { word: "ulangi", name: "repeat", count: repeat },
                  { word: "cukup", name: "pass", count: pass },
                  { word: "belum", name: "incomplete", count: incomplete },
                ] as const
              ).map(({ word, name, count }) => ({
                label: t(`filter.${name}`, { count }),
                href: to({ hasil: word }),
                isCurrent: words.hasil === word,
              })),
            },
          ]}
          noneShown={rows.length === 0 ? t("list.none") : null}
          pages={{ first: after && to({}), next: next && to({ sesudah: next }) }}
        >
          <RegisterChoices
            address={routes.rapidAssessments}
            kept={{ kampanye: slug, hasil: words.hasil }}
            subdistrict={words.kecamatan}
            subdistricts={subdistrictChoices(units)}
          />
          <div className="grid items-start gap-4 desktop:grid-cols-[1fr_22rem]">
            <div className="grid gap-4">
              {rows.length > 0 ? <RapidTable slug={slug} assessments={rows} mark={mark} /> : null}
              <DivergenceNotice assessments={rows} wording={wording} />
            </div>
            <div className="grid gap-4">
              {proposals}
              <ClientMessages of={["rapidAssessmentForm", "problems", "register"]}>
                <MarkPanel
                  kampanye={slug}
                  mark={mark}
                  action={
                    mayEver(actor.role, "safety:review") && !campaign.isArchived
                      ? setPassMarkAction
                      : null
                  }
                />
              </ClientMessages>
            </div>
          </div>
        </RegisterPage>
      )}
    </Shell>
  );
}
