import { CircleCheck, GitPullRequestArrow } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

import { HeadCell, PlainTable, RowHead, TableHead } from "@/components/base/ui/table";
import { formats } from "@/lib/base/i18n/format";
import type { TimeZone } from "@/lib/base/time/time-zone";
import type { CampaignDraft } from "@/lib/campaign/draft";
import type { MergedPart, Side } from "@/lib/campaign/merge";
import type { OthersChange } from "@/lib/monitor/change-answer";

import { usePartValue } from "./part-value";
import { usePartName } from "./rejected-summary";

/** A colleague's change beside one's own. What one side changed is kept by itself; the rest is asked. */
export function EditConflict(props: {
  readonly others: OthersChange;
  readonly parts: readonly MergedPart[];
  /** Both changes together: names of rows are looked up in it. */
  readonly draft: CampaignDraft;
  readonly choose: (path: string, side: Side) => void;
}) {
  const t = useTranslations("campaigns.conflict");
  const f = formats(useLocale());
  const frame = useRef<HTMLElement>(null);
  const nameOf = usePartName(props.draft);
  const valueOf = usePartValue(props.draft);
  const { others, parts } = props;
  const by = others.by ?? t("somebody");
  const at = others.at && f.time(others.at, props.draft.timeZone as TimeZone);
  useEffect(() => frame.current?.focus(), [others]);

  const valueText = (path: string, value: string | null) =>
    value === null ? t("gone") : valueOf(path, value);
  const changedTo = ({ path, values }: MergedPart, side: Side) =>
    values[side] === values.base ? (
      <span className="text-ink3">{t("unchanged")}</span>
    ) : (
      <strong className="font-semibold">{valueText(path, values[side])}</strong>
    );

  return (
    <section
      ref={frame}
      tabIndex={-1}
      role="alert"
      aria-label={t("title")}
      className="min-w-0 scroll-mt-20 rounded-panel border border-error-line bg-surface p-4 tablet:px-5"
    >
      <p className="flex items-start gap-2 text-dense">
        <GitPullRequestArrow aria-hidden className="mt-0.5 size-5 shrink-0 text-error" />
        <span>
          <strong className="font-semibold">
            {at ? t("who", { by, at }) : t("whoOnly", { by })}
          </strong>{" "}
          {t(parts.some(({ isChoice }) => isChoice) ? "choose" : "both")}
        </span>
      </p>
      <PlainTable look="ruled-table" caption={t("title")} onPhone="stacks" className="mt-3 w-full">
        <TableHead className="text-ink2">
          <HeadCell>{t("part")}</HeadCell>
          <HeadCell>{t("base")}</HeadCell>
          <HeadCell>{by}</HeadCell>
          <HeadCell>{t("you")}</HeadCell>
          <HeadCell>{t("kept")}</HeadCell>
        </TableHead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.path} className="align-top">
              <RowHead className="font-semibold">{nameOf(part.path)}</RowHead>
              <td>
                <OnPhone>{t("base")}</OnPhone>
                {valueText(part.path, part.values.base)}
              </td>
              <td>
                <OnPhone>{by}</OnPhone>
                {changedTo(part, "theirs")}
              </td>
              <td>
                <OnPhone>{t("you")}</OnPhone>
                {changedTo(part, "yours")}
              </td>
              <td>
                <Kept
                  part={part}
                  by={by}
                  choose={props.choose}
                  text={(side) => valueText(part.path, part.values[side])}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
    </section>
  );
}

/** Whose a value is, where columns stand one under the other and their heads are not seen. */
function OnPhone(props: { readonly children: string }) {
  return <span className="text-note text-ink3 tablet:hidden">{props.children}: </span>;
}

function Kept(props: {
  readonly part: MergedPart;
  readonly by: string;
  readonly text: (side: Side) => string;
  readonly choose: (path: string, side: Side) => void;
}) {
  const t = useTranslations("campaigns.conflict");
  const { part, by, text } = props;
  const from = (side: Side) =>
    side === "yours" ? t("fromYou", { value: text(side) }) : t("from", { value: text(side), by });
  if (!part.isChoice) {
    return part.kept ? (
      <span className="inline-flex items-start gap-1.5">
        <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-reached" />
        {from(part.kept)}
      </span>
    ) : null;
  }
  return (
    <fieldset className="grid gap-1">
      <legend className="sr-only">{t("kept")}</legend>
      {(["theirs", "yours"] as const).map((side) => (
        <label key={side} className="flex min-h-11 items-center gap-2 tablet:min-h-8">
          <input
            type="radio"
            name={`conflict ${part.path}`}
            className="size-5 shrink-0 accent-brand tablet:size-4"
            checked={part.kept === side}
            onChange={() => props.choose(part.path, side)}
          />
          {from(side)}
        </label>
      ))}
    </fieldset>
  );
}
