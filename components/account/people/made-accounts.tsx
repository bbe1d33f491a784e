import { Download, Printer } from "lucide-react";
import { useTranslations } from "next-intl";

import { saveCsv } from "@/components/base/sheet/save-csv";
import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { HeadCell, RowHead, ScrollTable, TableHead } from "@/components/base/ui/table";

export type MadeAccount = {
  readonly placeName: string;
  readonly within: string | null;
  readonly username: string;
  readonly password: string;
};

/**
 * Accounts that were just made, with their passwords, which nothing keeps. On paper each is a slip to
 * be cut off and handed over.
 */
export function MadeAccounts(props: {
  readonly accounts: readonly MadeAccount[];
  readonly role: "subdistrictHead" | "villageHead";
  readonly meanwhile: string | null;
  readonly district: string;
  readonly address: string;
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
    <div className="mt-3 grid gap-3">
      <div role="status">
        <Banner kind="warning" title={t("made", { count: accounts.length })}>
          {t("once")} {props.meanwhile}
        </Banner>
      </div>
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
      <ScrollTable
        look="ruled-table"
        label={t("made", { count: accounts.length })}
        frame="max-h-120 overflow-y-auto"
      >
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
      <Slips {...props} />
    </div>
  );
}

/** Two beside each other on A4, none parted over two pages; nothing else of the page is printed. */
function Slips(props: {
  readonly accounts: readonly MadeAccount[];
  readonly role: "subdistrictHead" | "villageHead";
  readonly district: string;
  readonly address: string;
}) {
  const t = useTranslations("people.heads.slip");
  const people = useTranslations("people");
  return (
    <div className="account-slips" aria-hidden>
      {props.accounts.map(({ username, password, placeName, within }) => (
        <section key={username}>
          <h3>
            {t(props.role, { place: placeName })}
            <span>{within === null ? props.district : `${within}, ${props.district}`}</span>
          </h3>
          <dl>
            <dt>{t("address")}</dt>
            <dd>{props.address}</dd>
            <dt>{people("username")}</dt>
            <dd>{username}</dd>
            <dt>{people("heads.password")}</dt>
            <dd>{password}</dd>
          </dl>
          <ol>
            {(["open", "change", "fill"] as const).map((step) => (
              <li key={step}>{t(step)}</li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
