"use client";

import { Download, Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { useActionState } from "react";

import { saveCsv } from "@/components/base/sheet/save-csv";
import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { Panel } from "@/components/base/ui/panel";
import { HeadCell, RowHead, ScrollTable, TableHead } from "@/components/base/ui/table";
import { untouched, type FormState } from "@/lib/base/forms/form-state";

type Appointed = {
  readonly made: Account[];
  readonly madeMeanwhile: { readonly count: number; readonly by: string } | null;
};

type Account = {
  readonly placeName: string;
  readonly within: string | null;
  readonly username: string;
  readonly password: string;
};

/** Passwords that a server makes in a second, about; it makes one at a time. */
const perSecond = 10;

/**
 * One press makes the accounts of every camat, or of every kepala desa and lurah, that has none; it
 * says before for whom. Their passwords are shown once.
 */
export function HeadAccounts(props: {
  readonly role: "subdistrictHead" | "villageHead";
  readonly district: { readonly code: string; readonly name: string };
  readonly known: number;
  readonly all: number;
  readonly missing: readonly { readonly name: string; readonly within: string }[];
  readonly appoint: (
    previous: FormState<Appointed>,
    form: FormData,
  ) => Promise<FormState<Appointed>>;
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
  const isByVillage = role === "villageHead";

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
      {made ? <Made accounts={made} role={role} meanwhile={meanwhile} /> : null}
      {answer ? null : (
        <form action={appoint} className="mt-3 grid gap-2">
          <input type="hidden" name="districtCode" value={district.code} />
          <input type="hidden" name="role" value={role} />
          <details>
            <summary className="inline-flex min-h-11 items-center text-dense text-link underline tablet:min-h-8">
              {t("who", { count: missing.length })}
            </summary>
            <p className="max-h-60 overflow-y-auto text-dense text-ink2">
              {missing
                .map(({ name, within }) => (isByVillage ? `${name} (${within})` : name))
                .join(", ")}
            </p>
          </details>
          <Button type="submit" size="phone" disabled={isPending} className="justify-self-start">
            {t(`${role}.make`, { count: missing.length })}
          </Button>
          <p role="status" className="text-dense text-ink2 empty:hidden">
            {isPending
              ? t("making", {
                  count: missing.length,
                  seconds: Math.ceil(missing.length / perSecond),
                })
              : null}
          </p>
        </form>
      )}
    </Panel>
  );
}

function Made(props: {
  readonly accounts: readonly Account[];
  readonly role: "subdistrictHead" | "villageHead";
  readonly meanwhile: string | null;
}) {
  const t = useTranslations("people.heads");
  const people = useTranslations("people");
  const { accounts, role } = props;
  const isByVillage = role === "villageHead";
  const heads = [
    t(`${role}.place`),
    ...(isByVillage ? [t("subdistrict")] : []),
    people("username"),
    t("password"),
  ];
  const download = () =>
    saveCsv(
      t(`${role}.file`),
      [
        heads,
        ...accounts.map((each) => [
          each.placeName,
          ...(isByVillage ? [each.within ?? ""] : []),
          each.username,
          each.password,
        ]),
      ],
      null,
    );
  return (
    <div role="status" className="mt-3 grid gap-3">
      <Banner kind="warning" title={t("made", { count: accounts.length })}>
        {t("once")} {props.meanwhile}
      </Banner>
      <p className="flex flex-wrap gap-2">
        <Button onClick={() => window.print()}>
          <Printer aria-hidden className="size-4" />
          {t("print")}
        </Button>
        <Button onClick={download}>
          <Download aria-hidden className="size-4" />
          {t("download")}
        </Button>
      </p>
      <ScrollTable look="ruled-table" label={t(`${role}.title`)} frame="max-h-120 overflow-y-auto">
        <TableHead>
          {heads.map((head) => (
            <HeadCell key={head}>{head}</HeadCell>
          ))}
        </TableHead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.username}>
              <RowHead className="py-1.5">{account.placeName}</RowHead>
              {isByVillage ? <td className="py-1.5">{account.within}</td> : null}
              <td className="py-1.5 break-all">{account.username}</td>
              <td className="py-1.5 font-semibold break-all">{account.password}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </div>
  );
}
