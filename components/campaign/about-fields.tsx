import { useTranslations } from "next-intl";

import { RegionField, type RegionChoice } from "@/components/account/people/region-field";
import { TextField } from "@/components/base/ui/field";
import { Panel } from "@/components/base/ui/panel";

import type { FormPart } from "./form-part";
import { SourceFields } from "./source-fields";
import { SentUnticked, TickBox } from "./village-chooser";
import { WordField } from "./word-field";

/** Name, address, legal basis, kabupaten, and whether it is a trial. */
export function AboutFields(
  props: FormPart & {
    /** The kabupaten of who asks; null: they choose one. */
    readonly ownDistrict: RegionChoice | null;
    /** The kabupaten that is chosen. */
    readonly district: RegionChoice | null;
    readonly searchDistricts: (text: string) => Promise<readonly RegionChoice[]>;
    readonly onDistrict: (district: RegionChoice | null) => void;
  },
) {
  const t = useTranslations("campaigns.form");
  const { draft, change, problemAt, isNew } = props;
  return (
    <Panel title={t("about")}>
      <div className="mt-3 grid items-start gap-4">
        <TextField
          id="name"
          name="name"
          label={t("name")}
          value={draft.name}
          onChange={({ target }) => change({ name: target.value })}
          problem={problemAt("name")}
        />
        <TextField
          id="legalBasis"
          name="legalBasis"
          label={t("legalBasis")}
          value={draft.legalBasis}
          onChange={({ target }) => change({ legalBasis: target.value })}
          problem={problemAt("legalBasis")}
        />
        <SourceFields {...{ draft, change, problemAt, isNew }} />
        <div className="grid items-start gap-4 tablet:grid-cols-3">
          {(["noun", "act", "gives"] as const).map((field) => (
            <WordField
              key={field}
              id={field}
              kind={field}
              value={draft[field]}
              onChange={(word) => change({ [field]: word })}
              problem={problemAt(field)}
            />
          ))}
        </div>
        {isNew ? (
          <>
            <TextField
              id="slug"
              name="slug"
              label={t("slug")}
              hint={t("slugHint")}
              value={draft.slug}
              autoCapitalize="none"
              spellCheck={false}
              onChange={({ target }) => change({ slug: target.value })}
              problem={problemAt("slug")}
            />
            {props.ownDistrict ? (
              <p className="text-dense">
                <span className="block font-medium">{t("district")}</span>
                {props.ownDistrict.name}
              </p>
            ) : (
              <RegionField
                name="districtCode"
                label={t("district")}
                hint={t("districtHint")}
                noneFound={t("noDistrict")}
                initial={props.district}
                search={props.searchDistricts}
                onChoose={props.onDistrict}
                problem={problemAt("districtCode")}
              />
            )}
            <div>
              <SentUnticked name="isSample" />
              <TickBox
                name="isSample"
                label={t("isSample")}
                isOn={draft.isSample}
                onChange={(isSample) => change({ isSample })}
              />
              <p className="text-note text-ink3">{t("isSampleHint")}</p>
            </div>
          </>
        ) : null}
      </div>
    </Panel>
  );
}
