import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

import { StatusBadge } from "@/components/monitor/coverage/status-badge";
import { Button } from "@/components/base/ui/button";
import { Panel } from "@/components/base/ui/panel";
import { HeadCell, NumberCell, PlainTable, RowHead, TableHead } from "@/components/base/ui/table";
import { formats } from "@/lib/base/i18n/format";
import { limits } from "@/lib/base/limits";
import type { CampaignDraft } from "@/lib/campaign/draft";
import { mergeDrafts } from "@/lib/campaign/merge";
import type { ChangedStatus, ChangeConsequences } from "@/lib/monitor/change-list";

import { usePartValue } from "./part-value";
import { usePartName } from "./rejected-summary";

/** What a change of a campaign leads to, before it is stored: in counts, in statuses, and why it is made. */
export function ChangeListPanel(props: {
  readonly list: ChangeConsequences;
  readonly before: CampaignDraft;
  readonly after: CampaignDraft;
  readonly reason: string;
  readonly changeReason: (reason: string) => void;
  readonly reasonProblem: string | undefined;
  readonly isPending: boolean;
  readonly isAsking: boolean;
  readonly cancel: () => void;
}) {
  const t = useTranslations("campaigns.change");
  const f = formats(useLocale());
  const title = useRef<HTMLHeadingElement>(null);
  const { list, before, after } = props;
  useEffect(() => title.current?.focus(), [list]);
  const { parts } = mergeDrafts({ base: before, theirs: before, yours: after }, {});

  return (
    <div className="grid gap-4">
      <div>
        <h2 ref={title} tabIndex={-1} className="text-section font-semibold">
          {t("title")}
        </h2>
        <p className="text-dense text-ink2">{t("note", { reports: list.reports })}</p>
      </div>
      <Parts parts={parts} draft={after} />
      <Panel title={t("figures")}>
        <PlainTable look="ruled-table" caption={t("figures")} className="mt-3 w-full">
          <TableHead className="text-ink2">
            <HeadCell>{t("figure")}</HeadCell>
            <HeadCell isNumber>{t("now")}</HeadCell>
            <HeadCell>
              <span className="sr-only">{t("differs")}</span>
            </HeadCell>
            <HeadCell isNumber>{t("then")}</HeadCell>
          </TableHead>
          <tbody>
            {list.counts.map(({ figure, of, before: was, after: is }) => (
              <tr key={`${figure} ${of}`} className={was === is ? "text-ink2" : "font-semibold"}>
                <RowHead className="font-[inherit]">{t(`counts.${figure}`, { of })}</RowHead>
                <NumberCell className="font-normal">{f.count(was)}</NumberCell>
                <td aria-label={t(was === is ? "same" : "becomes")} className="px-2 text-ink3">
                  {was === is ? "=" : "→"}
                </td>
                <NumberCell>{f.count(is)}</NumberCell>
              </tr>
            ))}
            {list.wholes.map((whole) => (
              <StatusRow
                key={whole.intervention}
                {...whole}
                name={t("status", { of: whole.name })}
              />
            ))}
          </tbody>
        </PlainTable>
      </Panel>
      {list.places.length > 0 ? <Places places={list.places} /> : null}
      <div className="grid gap-1">
        <label htmlFor="reason" className="text-dense font-medium">
          {t("reason")}
        </label>
        <textarea
          id="reason"
          name="reason"
          rows={2}
          value={props.reason}
          onChange={({ target }) => props.changeReason(target.value)}
          maxLength={limits.reasonLetters}
          aria-describedby="reason-hint"
          aria-invalid={props.reasonProblem ? true : undefined}
          className="w-full rounded-control border border-line-strong bg-surface px-3 py-2 text-body tablet:text-dense"
        />
        <p id="reason-hint" className="text-note text-ink3">
          {props.reasonProblem ? (
            <strong className="text-error">{props.reasonProblem} </strong>
          ) : null}
          {t("reasonHint", { reports: list.reports })}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button onClick={props.cancel} size="phone">
          {t("cancel")}
        </Button>
        <Button
          type="submit"
          name="confirmed"
          value="1"
          variant="primary"
          size="phone"
          disabled={props.isPending || props.isAsking}
        >
          {t("save")}
        </Button>
      </div>
    </div>
  );
}

function Parts(props: {
  readonly parts: ReturnType<typeof mergeDrafts>["parts"];
  readonly draft: CampaignDraft;
}) {
  const t = useTranslations("campaigns.change");
  const nameOf = usePartName(props.draft);
  const valueOf = usePartValue(props.draft);
  if (props.parts.length === 0) return <p className="text-dense">{t("nothing")}</p>;
  return (
    <Panel title={t("parts")}>
      <ul className="mt-3 grid gap-1 text-dense">
        {props.parts.map(({ path, values }) => (
          <li key={path} className="wrap-anywhere">
            <span className="font-semibold">{nameOf(path)}</span>: {valueOf(path, values.base)} →{" "}
            <strong className="font-semibold">{valueOf(path, values.yours)}</strong>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Places(props: { readonly places: readonly ChangedStatus[] }) {
  const t = useTranslations("campaigns.change");
  const count = new Set(props.places.map(({ code }) => code)).size;
  return (
    <Panel title={t("places", { count })}>
      <PlainTable look="ruled-table" caption={t("places", { count })} className="mt-3 w-full">
        <TableHead className="text-ink2">
          <HeadCell>{t("place")}</HeadCell>
          <HeadCell>{t("now")}</HeadCell>
          <HeadCell>
            <span className="sr-only">{t("differs")}</span>
          </HeadCell>
          <HeadCell>{t("then")}</HeadCell>
        </TableHead>
        <tbody>
          {props.places.map((place) => (
            <StatusRow
              key={`${place.intervention} ${place.code}`}
              {...place}
              note={place.intervention}
            />
          ))}
        </tbody>
      </PlainTable>
    </Panel>
  );
}

function StatusRow(
  props: Pick<ChangedStatus, "name" | "counts" | "before" | "after"> & { readonly note?: string },
) {
  const t = useTranslations("campaigns.change");
  const f = formats(useLocale());
  return (
    <tr className="align-top">
      <RowHead className="font-semibold">
        {props.name}
        <span className="block text-note font-normal text-ink2">
          {[props.note, f.coverage(props.counts)].filter(Boolean).join(", ")}
        </span>
      </RowHead>
      <td>
        <StatusBadge status={props.before} look="inline" />
      </td>
      <td aria-label={t("becomes")} className="px-2 text-ink3">
        →
      </td>
      <td>
        <StatusBadge status={props.after} look="inline" />
      </td>
    </tr>
  );
}
