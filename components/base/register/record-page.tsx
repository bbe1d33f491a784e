import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Banner } from "@/components/base/ui/banner";
import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { ButtonLink } from "@/components/base/ui/button-link";
import { Panel } from "@/components/base/ui/panel";
import type { TimeZone } from "@/lib/base/time/time-zone";

import { RecordHistory } from "./record-history";

/** One record of a register as a screen: where it is, what it says, what can be done with it. */
export function RecordPage(props: {
  /** The register it stands in. */
  readonly register: { readonly name: string; readonly href: string };
  /** What it is called behind its register. */
  readonly name: string;
  readonly headline: ReactNode;
  readonly intro?: ReactNode;
  /** Buttons before the one that corrects it. */
  readonly actions?: ReactNode;
  /** Address of the form that corrects it; null: it is open, or nobody may. */
  readonly change: string | null;
  /** Whether it was stored just before. */
  readonly isSaved: boolean;
  readonly children: ReactNode;
}) {
  const t = useTranslations("recordPage");
  const common = useTranslations("common");
  const { register, name, change } = props;
  return (
    <>
      <Breadcrumb label={common("breadcrumb")} parts={[register, { name }]} />
      <div className="mt-2 flex flex-wrap items-end justify-between gap-3">
        <div className="max-w-200 min-w-0">
          <h1 className="text-verdict-phone font-semibold tablet:text-title">{props.headline}</h1>
          {props.intro ? <p className="text-ink2">{props.intro}</p> : null}
        </div>
        <div className="flex flex-wrap gap-2 empty:hidden print:hidden">
          {props.actions}
          {change === null ? null : (
            <ButtonLink href={change} prefetch={false} size="phone">
              <Pencil aria-hidden className="size-4" />
              {t("change")}
            </ButtonLink>
          )}
        </div>
      </div>
      {props.isSaved ? (
        <div className="mt-3 max-w-240">
          <Banner kind="success" role="status" title={t("saved")} />
        </div>
      ) : null}
      {props.children}
    </>
  );
}

/** The versions of a record, who stored each and when. */
export function RecordVersions(props: {
  readonly versions: readonly {
    readonly version: number;
    readonly at: Date;
    readonly actorName: string;
  }[];
  readonly zone: TimeZone;
}) {
  const t = useTranslations("recordPage");
  return (
    <Panel title={t("history")}>
      <RecordHistory
        zone={props.zone}
        items={props.versions.map(({ version, at, actorName }) => ({
          id: String(version),
          at,
          actorName,
          what: version === 1 ? t("added") : t("changed", { version }),
        }))}
      />
    </Panel>
  );
}
