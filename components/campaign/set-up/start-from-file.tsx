"use client";

import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";

import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { TextField } from "@/components/base/ui/field";
import { Panel } from "@/components/base/ui/panel";
import { untouched, type FormState } from "@/lib/base/forms/form-state";
import { limits } from "@/lib/base/limits";
import type { DefinitionProblem } from "@/lib/campaign/definition-file";

type State = FormState<DefinitionProblem>;

/** Begins a campaign with a definition that was downloaded. Works without scripts. */
export function StartFromFile(props: {
  readonly action: (previous: State, form: FormData) => Promise<State>;
}) {
  const t = useTranslations("campaigns.setUp.file");
  const [state, send, isPending] = useActionState<State, FormData>(props.action, untouched);
  const [isTooLarge, setTooLarge] = useState(false);
  return (
    <Panel title={t("title")} note={t("note")}>
      <FileProblem state={state} />
      <form action={send} className="mt-3 grid items-end gap-3 tablet:grid-cols-[1fr_auto]">
        <TextField
          id="berkas"
          name="berkas"
          type="file"
          accept=".json,application/json"
          required
          label={t("choose")}
          className="[&_input]:py-2"
          onChange={(event) => setTooLarge((event.target.files?.[0]?.size ?? 0) > limits.fileBytes)}
          problem={isTooLarge ? t("problems.tooLarge") : undefined}
        />
        <Button type="submit" size="phone" disabled={isPending || isTooLarge}>
          {isPending ? t("reading") : t("submit")}
        </Button>
      </form>
    </Panel>
  );
}

/** Why the file before began none; nothing was made of it. */
function FileProblem({ state }: { readonly state: State }) {
  const t = useTranslations("campaigns.setUp.file.problems");
  const problems = useTranslations("problems");
  if (state.status === "untouched") return null;
  if (state.status === "rejected") {
    return <Banner kind="error" role="alert" title={problems(state.code ?? "invalid")} />;
  }
  const found = state.result;
  return (
    <Banner kind="error" role="alert" title={t("title")}>
      {t(found.kind, {
        line: "line" in found ? found.line : 0,
        name: "name" in found ? found.name.slice(0, 80) : "",
        version: "version" in found ? found.version : "",
      })}
    </Banner>
  );
}
