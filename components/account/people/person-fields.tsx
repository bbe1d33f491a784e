import { useTranslations } from "next-intl";
import { useState } from "react";

import { SelectField, TextField } from "@/components/base/ui/field";
import type { Role } from "@/lib/account/auth/policy";
import { typedOr, type FormState } from "@/lib/base/forms/form-state";
import { phoneShown } from "@/lib/account/people/phone";
import { levelsOf } from "@/lib/account/people/role-region";

import { RegionField, type RegionChoice } from "./region-field";

export type SearchRegions = (query: {
  readonly text: string;
  readonly levels: readonly string[];
}) => Promise<readonly RegionChoice[]>;

export type OfficeChoice = {
  readonly district: string;
  readonly code: string;
  readonly name: string;
};

/** The office that its head is at home in, with its kabupaten. */
function OfficeField(props: {
  /** It is read with the role of a head alone, and another one is chosen. */
  readonly isBeside: boolean;
  readonly offices: readonly OfficeChoice[];
  readonly initial: string | undefined;
  readonly typed: string | undefined;
  readonly problem: string | undefined;
}) {
  const t = useTranslations("people.form");
  return (
    <SelectField
      id="office"
      name="office"
      label={t("office")}
      hint={
        props.offices.length === 0
          ? t("noOffice")
          : t(props.isBeside ? "officeBeside" : "officeHint")
      }
      defaultValue={props.typed || props.initial}
      problem={props.problem}
    >
      {props.offices.map(({ district, code, name }) => (
        <option key={`${district}/${code}`} value={`${district}/${code}`}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

/** Name, telephone number, role and area; the area's suggestions are those that the role is held in. */
export function PersonFields(props: {
  readonly state: FormState<unknown>;
  readonly roles: readonly Role[];
  readonly offices: readonly OfficeChoice[];
  readonly standing: {
    readonly displayName: string;
    readonly role: Role;
    readonly phone: string | null;
    readonly office?: string | null;
  } | null;
  readonly region: RegionChoice | null;
  /** The role that is chosen for a new person; else the one that most of them have. */
  readonly firstRole?: Role | undefined;
  readonly search: SearchRegions;
}) {
  const t = useTranslations("people");
  const names = useTranslations("common.roles");
  const problems = useTranslations("problems");
  const { state, standing, roles } = props;
  const first =
    standing?.role ??
    props.firstRole ??
    (roles.includes("subdistrictHead") ? "subdistrictHead" : roles[0]);
  const [role, setRole] = useState(roles.find((each) => each === typedOr(state, "role")) ?? first);
  const problemOf = (field: string) => {
    const [found] = state.status === "rejected" ? (state.fields[field] ?? []) : [];
    return found && problems(found);
  };

  const isOfOffice = role === "unitHead";
  const officeField = (
    <OfficeField
      isBeside={!isOfOffice}
      offices={props.offices}
      initial={standing?.office ? `${props.region?.code ?? ""}/${standing.office}` : undefined}
      typed={typedOr(state, "office")}
      problem={problemOf("office") ?? (isOfOffice ? problemOf("homeRegion") : undefined)}
    />
  );
  const regionField = (
    <RegionField
      name="homeRegion"
      label={t("region")}
      hint={t("form.regionHint")}
      noneFound={t("form.noneFound")}
      problem={isOfOffice ? undefined : problemOf("homeRegion")}
      initial={props.region}
      search={(text) => props.search({ text, levels: role ? levelsOf[role] : [] })}
    />
  );

  return (
    <>
      <TextField
        id="displayName"
        name="displayName"
        label={t("form.displayName")}
        hint={t("form.displayNameHint")}
        defaultValue={typedOr(state, "displayName", standing?.displayName)}
        autoComplete="off"
        problem={problemOf("displayName")}
      />
      <TextField
        id="phone"
        name="phone"
        type="tel"
        inputMode="tel"
        label={t("form.phone")}
        hint={t("form.phoneHint")}
        defaultValue={typedOr(
          state,
          "phone",
          standing?.phone ? phoneShown(standing.phone) : undefined,
        )}
        autoComplete="off"
        maxLength={40}
        problem={problemOf("phone")}
      />
      <SelectField
        id="role"
        name="role"
        label={t("role")}
        value={role}
        onChange={(event) => setRole(roles.find((each) => each === event.target.value))}
        problem={problemOf("role")}
      >
        {roles.map((each) => (
          <option key={each} value={each}>
            {names(each)}
          </option>
        ))}
      </SelectField>
      {isOfOffice ? officeField : regionField}
      {/* Without scripts nothing follows the role: both are there, and the role says which is read. */}
      {roles.includes("unitHead") ? (
        <noscript>{isOfOffice ? regionField : officeField}</noscript>
      ) : null}
    </>
  );
}
