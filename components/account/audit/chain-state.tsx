import { useTranslations } from "next-intl";

import { Banner } from "@/components/base/ui/banner";
import { ButtonLink } from "@/components/base/ui/button-link";
import type { ChainState } from "@/lib/account/audit/chain";

const kinds = ["changed", "missing", "reordered", "unlinked", "added"] as const;

/** Whether the chain is whole. It is walked only when that is asked for: it takes its time. */
export function ChainStateLine(props: {
  /** null: not asked. */
  readonly state: ChainState | null;
  /** The address that asks. */
  readonly check: string;
}) {
  const { check, state } = props;
  const t = useTranslations("audit.chain");
  const action = (
    <ButtonLink href={check} prefetch={false} className="print:hidden">
      {t("check")}
    </ButtonLink>
  );
  if (state === null) {
    return (
      <p className="flex flex-wrap items-center gap-x-3 gap-y-2 text-note text-ink3">
        {t("about")} {action}
      </p>
    );
  }
  const kind = kinds.find((each) => each === state.brokenKind);
  if (kind) {
    return (
      <Banner kind="error" role="alert" title={t("broken")}>
        {t(kind, { id: state.brokenId ?? "" })} {t("advice")}
      </Banner>
    );
  }
  return (
    <Banner kind="success" role="status" title={t("whole", { count: state.entries })}>
      <span className="text-note wrap-anywhere">{t("head", { hash: state.lastHash })}</span>
    </Banner>
  );
}
