import { ClientMessages } from "@/components/base/layout/client-messages";
import { HeadAccounts } from "@/components/account/people/head-accounts";
import { appointHeadsAction, previewHeadsAction } from "@/lib/account/people/server/actions";
import { env } from "@/lib/base/server/env";
import type { headsWithAccount } from "@/lib/account/people/server/queries";

/** The accounts of every camat, and of every kepala desa and lurah, of a kabupaten. */
export function HeadsPanels(props: {
  readonly district: { readonly code: string; readonly name: string };
  readonly heads: Awaited<ReturnType<typeof headsWithAccount>>;
}) {
  const { district, heads } = props;
  return (
    <ClientMessages of={["people", "problems"]}>
      {(["subdistrictHead", "villageHead"] as const).map((role) => (
        <HeadAccounts
          key={`${district.code} ${role}`}
          role={role}
          district={district}
          {...heads[role]}
          address={env().NEXTAUTH_URL}
          appoint={appointHeadsAction}
          preview={previewHeadsAction}
        />
      ))}
    </ClientMessages>
  );
}
