import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { HeadCell, PlainTable, RowHead, TableHead } from "@/components/base/ui/table";
import type { Role } from "@/lib/account/auth/policy";
import { formats } from "@/lib/base/i18n/format";
import { routes } from "@/lib/base/routes";
import { localDay } from "@/lib/base/time/time-zone";

import { PhoneLink } from "./phone-link";

/** Who there is, with role, area and last sign-in; each name leads to its page. */
export function PeopleTable(props: {
  readonly people: readonly {
    readonly username: string;
    readonly displayName: string;
    readonly role: Role;
    readonly homeRegionName: string;
    readonly officeName: string | null;
    readonly phone: string | null;
    readonly isActive: boolean;
    readonly lastSignInAt: Date | null;
  }[];
}) {
  const t = useTranslations("people");
  const roles = useTranslations("common.roles");
  const f = formats(useLocale());
  const heads = ["name", "role", "region", "activity", "lastSignIn"] as const;
  return (
    <PlainTable look="ruled-table" onPhone="stacks">
      <TableHead>
        {heads.map((head) => (
          <HeadCell key={head}>{t(head)}</HeadCell>
        ))}
      </TableHead>
      <tbody>
        {props.people.map((person) => (
          <tr key={person.username} className="max-tablet:py-2">
            <RowHead>
              <Link
                href={routes.person(person.username)}
                className="inline-flex min-h-11 items-center tablet:min-h-6"
              >
                {person.displayName}
              </Link>
              <span className="ml-2 font-normal text-ink3 tablet:ml-0 tablet:block tablet:text-note">
                {person.username}
                {person.phone ? (
                  <>
                    {" · "}
                    <PhoneLink phone={person.phone} name={person.displayName} />
                  </>
                ) : null}
              </span>
            </RowHead>
            <td>{roles(person.role)}</td>
            <td>{person.officeName ?? person.homeRegionName}</td>
            <td className={person.isActive ? undefined : "text-error"}>
              {person.isActive ? t("active") : t("disabled")}
            </td>
            <td className="text-ink2">
              <span className="tablet:hidden">{t("lastSignIn")}: </span>
              {person.lastSignInAt
                ? f.day(localDay(person.lastSignInAt, "Asia/Jakarta"))
                : t("never")}
            </td>
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}
