"use client";

import { Download, Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { useActionState } from "react";

import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { untouched, type FormState } from "@/lib/forms/form-state";
import { toCsv } from "@/lib/spreadsheet/csv";

type Appointed = {
  readonly made: Account[];
  readonly madeMeanwhile: { readonly count: number; readonly by: string } | null;
};

type Account = {
  readonly subdistrictName: string;
  readonly username: string;
  readonly password: string;
};

/** One press makes the accounts of every camat that has none; their passwords are shown once. */
export function HeadAccounts(props: {
  readonly district: { readonly code: string; readonly name: string };
  readonly known: number;
  readonly all: number;
  readonly appoint: (
    previous: FormState<Appointed>,
    form: FormData,
  ) => Promise<FormState<Appointed>>;
}) {
  const t = useTranslations("people.heads");
  const people = useTranslations("people");
  const problems = useTranslations("problems");
  const [state, appoint, isPending] = useActionState<FormState<Appointed>, FormData>(
    props.appoint,
    untouched,
  );
  const { known, all, district } = props;
  const answer = state.status === "saved" ? state.result : null;
  const made = answer && answer.made.length > 0 ? answer.made : null;
  if (all === 0 || (known === all && !answer)) return null;

  const before = answer?.madeMeanwhile;
  const meanwhile = before ? t("before", { count: before.count, who: before.by }) : null;

  return (
    <Panel title={t("title")} note={t("note", { known, all, district: district.name })}>
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
        <div role="status" className="mt-3 grid gap-3">
          <Banner kind="warning" title={t("made", { count: made.length })}>
            {t("once")} {meanwhile}
          </Banner>
          <table className="w-full text-dense">
            <thead>
              <tr className="border-b border-line-strong text-left text-note">
                {[t("subdistrict"), people("username"), t("password")].map((head) => (
                  <th key={head} scope="col" className="py-2 pr-4 font-medium">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {made.map((account) => (
                <tr key={account.username} className="border-b border-line">
                  <th scope="row" className="py-1.5 pr-4 text-left font-medium">
                    {account.subdistrictName}
                  </th>
                  <td className="py-1.5 pr-4 break-all">{account.username}</td>
                  <td className="py-1.5 font-semibold break-all">{account.password}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="flex flex-wrap gap-2 print:hidden">
            <Button onClick={() => window.print()}>
              <Printer aria-hidden className="size-4" />
              {t("print")}
            </Button>
            <Button onClick={() => download(made, t("file"))}>
              <Download aria-hidden className="size-4" />
              {t("download")}
            </Button>
          </p>
        </div>
      ) : null}
      {answer ? null : (
        <form action={appoint} className="mt-3">
          <input type="hidden" name="districtCode" value={district.code} />
          <Button type="submit" disabled={isPending}>
            {isPending ? t("making") : t("make", { count: all - known })}
          </Button>
        </form>
      )}
    </Panel>
  );
}

function download(accounts: readonly Account[], name: string): void {
  const rows = accounts.map((each) => [each.subdistrictName, each.username, each.password]);
  const address = URL.createObjectURL(new Blob([toCsv(rows)], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}
