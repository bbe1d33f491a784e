import { useTranslations } from "next-intl";

import type { FormAction } from "@/components/base/register/form-outcome";
import type { Team } from "@/lib/plan/plan";

import { TeamForm } from "./team-form";

/** The teams of a campaign, each with its form, and one for another. */
export function PlanTeams(props: {
  readonly slug: string;
  readonly teams: readonly Team[];
  readonly bases: readonly { readonly code: string; readonly name: string }[];
  readonly save: FormAction;
}) {
  const t = useTranslations("schedule");
  const { slug, teams, bases, save } = props;
  const nameOf = (base: string) => bases.find(({ code }) => code === base)?.name ?? base;
  return (
    <>
      {teams.length === 0 ? (
        <p className="mt-2 text-dense text-ink2">{t("planning.noTeams")}</p>
      ) : null}
      <ul className="mt-2 divide-y divide-line">
        {teams.map((team) => (
          <li key={team.id} className="py-2 text-dense">
            <p className="wrap-anywhere">
              <b className="font-semibold">{team.name}</b>{" "}
              <span className="text-note text-ink3">{nameOf(team.base)}</span>
              <span className="block">
                {t("planning.perDay", { count: team.peoplePerDay })}
                {team.isClosed ? (
                  <span className="text-note text-ink3"> ({t("planning.closed")})</span>
                ) : null}
              </span>
            </p>
            <details className="mt-1">
              <summary className="min-h-11 py-2 text-dense text-link underline tablet:min-h-8">
                {t("planning.change")}
                <span className="sr-only"> {team.name}</span>
              </summary>
              <TeamForm
                key={team.version}
                start={{ slug, id: team.id, version: team.version, sent: crypto.randomUUID() }}
                team={team}
                bases={bases}
                save={save}
              />
            </details>
          </li>
        ))}
      </ul>
      <h3 className="mt-4 border-t border-line pt-3 text-dense font-semibold">
        {t("planning.addTeam")}
      </h3>
      <TeamForm
        start={{ slug, id: crypto.randomUUID(), version: 0, sent: crypto.randomUUID() }}
        team={{ name: "", base: bases[0]?.code ?? "", peoplePerDay: null, isClosed: false }}
        bases={bases}
        save={save}
      />
    </>
  );
}
