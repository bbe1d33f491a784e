"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";

import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { Panel } from "@/components/base/ui/panel";
import type { HeadPreview, PlannedHead } from "@/lib/account/people/head-plan";
import { untouched, type FormState } from "@/lib/base/forms/form-state";

import { HeadList } from "./head-list";
import { MadeAccounts, type MadeAccount } from "./made-accounts";

type Appointed = {
  readonly made: MadeAccount[];
  readonly madeMeanwhile: { readonly count: number; readonly by: string } | null;
};

/** Passwords that a server makes in a second, about; it makes one at a time. */
const perSecond = 20;

/**
 * One press makes the accounts of every camat, or of every kepala desa and lurah, that has none; it
 * says before for whom, and under which user name. A list of names, pasted or in a file, makes those
 * alone. Their passwords are shown once.
 */
export function HeadAccounts(props: {
  readonly role: "subdistrictHead" | "villageHead";
  readonly district: { readonly code: string; readonly name: string };
  readonly known: number;
  readonly all: number;
  readonly missing: readonly PlannedHead[];
  /** Where people sign in, as it stands on their slips. */
  readonly address: string;
  readonly appoint: (
    previous: FormState<Appointed>,
    form: FormData,
  ) => Promise<FormState<Appointed>>;
  readonly preview: (
    previous: FormState<HeadPreview>,
    form: FormData,
  ) => Promise<FormState<HeadPreview>>;
}) {
  const t = useTranslations("people.heads");
  const problems = useTranslations("problems");
  const [state, appoint, isPending] = useActionState<FormState<Appointed>, FormData>(
    props.appoint,
    untouched,
  );
  const { known, all, district, missing, role } = props;
  const answer = state.status === "saved" ? state.result : null;
  const made = answer && answer.made.length > 0 ? answer.made : null;
  if (all === 0 || (missing.length === 0 && !answer)) return null;

  const before = answer?.madeMeanwhile;
  const meanwhile = before ? t("before", { count: before.count, who: before.by }) : null;
  const hidden = (
    <>
      <input type="hidden" name="districtCode" value={district.code} />
      <input type="hidden" name="role" value={role} />
    </>
  );
  const making = (count: number) =>
    isPending ? t("making", { count, seconds: Math.ceil(count / perSecond) }) : null;

  return (
    <Panel
      title={t(`${role}.title`)}
      note={t(`${role}.note`, { known, all, district: district.name })}
    >
      {state.status === "rejected" ? (
        <Banner kind="error" role="alert" title={problems(state.code ?? "invalid")} />
      ) : null}
      {answer && !made ? (
        <div className="mt-3">
          <Banner kind="info" role="status" title={t("made", { count: 0 })}>
            {meanwhile}
          </Banner>
        </div>
      ) : null}
      {made ? (
        <MadeAccounts
          accounts={made}
          role={role}
          meanwhile={meanwhile}
          district={district.name}
          address={props.address}
        />
      ) : null}
      {answer ? null : (
        <>
          <form action={appoint} className="mt-3 grid gap-2">
            {hidden}
            <p className="max-w-160 text-dense text-ink2">{t(`${role}.rule`)}</p>
            <Planned accounts={missing} />
            <Button type="submit" size="phone" disabled={isPending} className="justify-self-start">
              {t(`${role}.make`, { count: missing.length })}
            </Button>
            <p role="status" className="text-dense text-ink2 empty:hidden">
              {making(missing.length)}
            </p>
          </form>
          <HeadList
            role={role}
            hidden={hidden}
            preview={props.preview}
            appoint={appoint}
            isPending={isPending}
            making={making}
          />
        </>
      )}
    </Panel>
  );
}

/** Who gets which user name, before anything is made. */
function Planned({ accounts }: { readonly accounts: readonly PlannedHead[] }) {
  const t = useTranslations("people.heads");
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-dense text-link underline tablet:min-h-8">
        {t("who", { count: accounts.length })}
      </summary>
      <ul className="grid max-h-60 gap-x-4 overflow-y-auto text-dense text-ink2 tablet:grid-cols-2">
        {accounts.map(({ code, placeName, within, username }) => (
          <li key={code}>
            {within === null ? placeName : `${placeName} (${within})`}: {username}
          </li>
        ))}
      </ul>
    </details>
  );
}
