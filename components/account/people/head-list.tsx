import { useTranslations } from "next-intl";
import { useActionState, type ReactNode } from "react";

import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { TextAreaField, TextField } from "@/components/base/ui/field";
import { HeadCell, RowHead, ScrollTable, TableHead } from "@/components/base/ui/table";
import type { HeadPreview } from "@/lib/account/people/head-plan";
import { typedOr, untouched, type FormState } from "@/lib/base/forms/form-state";

type Plan = Extract<HeadPreview, { readonly kind: "plan" }>;

/**
 * Heads by name: a list that is pasted, or a file of one, is read and shown before it makes anything;
 * what could not be read stands in the list to be corrected.
 */
export function HeadList(props: {
  readonly role: "subdistrictHead" | "villageHead";
  readonly hidden: ReactNode;
  readonly preview: (
    previous: FormState<HeadPreview>,
    form: FormData,
  ) => Promise<FormState<HeadPreview>>;
  readonly appoint: (form: FormData) => void;
  readonly isPending: boolean;
  readonly making: (count: number) => string | null;
}) {
  const t = useTranslations("people.heads.list");
  const problems = useTranslations("problems");
  const [state, check, isChecking] = useActionState<FormState<HeadPreview>, FormData>(
    props.preview,
    untouched,
  );
  const { role } = props;
  const answer = state.status === "saved" ? state.result : null;
  const plan = answer?.kind === "plan" ? answer : null;
  const [lineProblem] = state.status === "rejected" ? (state.fields["lines"] ?? []) : [];
  return (
    <details open={state.status !== "untouched" || undefined} className="mt-3">
      <summary className="inline-flex min-h-11 items-center text-dense text-link underline tablet:min-h-8">
        {t("title")}
      </summary>
      {state.status === "rejected" && state.code ? (
        <Banner kind="error" role="alert" title={problems(state.code)} />
      ) : null}
      {answer && answer.kind !== "plan" ? (
        <Banner kind="error" role="alert" title={t(answer.kind)} />
      ) : null}
      <form action={check} className="mt-2 grid max-w-160 gap-3">
        {props.hidden}
        <TextAreaField
          // What a file said is shown to be corrected.
          key={plan?.lines ?? ""}
          id={`lines-${role}`}
          name="lines"
          rows={6}
          label={t("lines")}
          hint={t(`${role}Hint`)}
          defaultValue={plan?.lines ?? typedOr(state, "lines")}
          spellCheck={false}
          problem={lineProblem && problems(lineProblem)}
        />
        <TextField
          id={`file-${role}`}
          name="file"
          type="file"
          accept=".xlsx,.csv,.txt"
          label={t("file")}
          hint={t("fileHint")}
          className="[&_input]:py-2"
        />
        <Button type="submit" disabled={isChecking} className="justify-self-start">
          {t("check")}
        </Button>
      </form>
      {plan ? <PlanOfList {...props} plan={plan} /> : null}
    </details>
  );
}

function PlanOfList(props: {
  readonly plan: Plan;
  readonly hidden: ReactNode;
  readonly appoint: (form: FormData) => void;
  readonly isPending: boolean;
  readonly making: (count: number) => string | null;
}) {
  const t = useTranslations("people.heads.list");
  const people = useTranslations("people");
  const { heads, known, rejected, lines } = props.plan;
  return (
    <div className="mt-4 grid gap-3">
      <p role="status" className="text-dense font-semibold">
        {t("found", { count: heads.length, known, rejected: rejected.length })}
      </p>
      {rejected.length > 0 ? (
        <ul className="grid gap-1 text-dense text-error">
          {rejected.slice(0, 50).map(({ line, text, problem }) => (
            <li key={line} className="break-words">
              {t("line", { line, text })} {t(`problems.${problem}`)}
            </li>
          ))}
        </ul>
      ) : null}
      {heads.length > 0 ? (
        <>
          <ScrollTable look="ruled-table" label={t("title")} frame="max-h-90 overflow-y-auto">
            <TableHead>
              {[people("region"), people("name"), people("username")].map((head) => (
                <HeadCell key={head}>{head}</HeadCell>
              ))}
            </TableHead>
            <tbody>
              {heads.map(({ code, placeName, within, displayName, username }) => (
                <tr key={code}>
                  <RowHead className="py-1.5">
                    {within === null ? placeName : `${placeName} (${within})`}
                  </RowHead>
                  <td className="py-1.5">{displayName}</td>
                  <td className="py-1.5 break-all">{username}</td>
                </tr>
              ))}
            </tbody>
          </ScrollTable>
          <form action={props.appoint} className="grid gap-2">
            {props.hidden}
            <input type="hidden" name="lines" value={lines} />
            <Button
              type="submit"
              variant="primary"
              size="phone"
              disabled={props.isPending}
              className="justify-self-start"
            >
              {t("make", { count: heads.length })}
            </Button>
            <p role="status" className="text-dense text-ink2 empty:hidden">
              {props.making(heads.length)}
            </p>
          </form>
        </>
      ) : null}
    </div>
  );
}
