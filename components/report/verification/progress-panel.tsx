import clsx from "clsx";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Panel } from "@/components/base/ui/panel";
import type { PlaceProgress } from "@/lib/report/verification/queue";
import { queueHref, type QueueParams } from "@/lib/report/verification/queue-params";

/** How far each subdistrict or set is, those with the most waiting first; each leads to its reports. */
export function ProgressPanel(props: {
  readonly places: readonly PlaceProgress[];
  readonly params: QueueParams;
  readonly slug: string;
  /** By what the places are grouped. */
  readonly grouping?: ReactNode;
}) {
  const t = useTranslations("verification.progress");
  const { params, slug } = props;
  const places = [...props.places].sort((a, b) => b.waiting - a.waiting);

  return (
    <Panel title={t("title")} note={t("note")}>
      {props.grouping}
      <ul className="mt-2">
        {places.map((place) => (
          <li key={place.code} className="border-t border-line">
            <Link
              href={queueHref(slug, params, { place: place.code })}
              prefetch={false}
              aria-current={params.place === place.code ? "true" : undefined}
              className={clsx(
                "-mx-2 block rounded-control px-2 py-2 text-ink no-underline hover:bg-sunken",
                params.place === place.code && "bg-sunken",
              )}
            >
              <Place {...place} isCurrent={params.place === place.code} />
            </Link>
          </li>
        ))}
      </ul>
      {params.place === null ? null : (
        <Link
          href={queueHref(slug, params, { place: null })}
          prefetch={false}
          className="mt-2 inline-flex min-h-11 items-center text-dense tablet:min-h-6"
        >
          {t("all")}
        </Link>
      )}
    </Panel>
  );
}

function Place(props: PlaceProgress & { readonly isCurrent: boolean }) {
  const t = useTranslations("verification.progress");
  const { name, waiting, returned, verified } = props;
  const all = waiting + returned + verified;
  const parts = [
    ...(waiting > 0 ? [t("waiting", { count: waiting })] : []),
    ...(returned > 0 ? [t("returned", { count: returned })] : []),
  ];
  const state = all === 0 ? t("none") : parts.length === 0 ? t("done") : parts.join(", ");

  return (
    <>
      <span className="flex items-baseline justify-between gap-3 text-dense">
        <span className={props.isCurrent ? "font-semibold" : "font-medium"}>{name}</span>
        <span className="text-note text-ink2">{state}</span>
      </span>
      <span className="mt-1 flex items-center gap-2">
        <svg
          aria-hidden
          viewBox="0 0 100 8"
          preserveAspectRatio="none"
          className="h-2 min-w-0 grow rounded-cell bg-sunken"
        >
          {all > 0 ? (
            <>
              <rect width="100" height="8" className="fill-part" />
              <rect width={(100 * verified) / all} height="8" className="fill-full" />
            </>
          ) : null}
        </svg>
        <span className="w-24 text-right text-axis whitespace-nowrap text-ink2">
          {all === 0 ? "" : t("counts", { verified, all })}
        </span>
      </span>
    </>
  );
}
