"use client";

import { useTranslations } from "next-intl";

import type { EntryStore } from "@/lib/device/entry/store";
import { lookOf } from "@/lib/device/entry/row-state";
import { useRestWords, type RestReason } from "./use-rest-words";
import { useSnapshot } from "@/lib/device/entry/use-entry-store";

const told = [
  "sending",
  "returned",
  "unsent",
  "rejected",
  "conflict",
  "kept",
  "failed",
  "empty",
] as const;

/** "5 dari 10 desa terkirim, 1 belum dikirim, 4 belum diisi. Batas lapor 16.00 WIB." */
export function DeskSummary(props: {
  readonly store: EntryStore;
  readonly unitKind: "village" | "unit";
  readonly cutOff: string;
  readonly restReason: RestReason;
}) {
  const t = useTranslations("entry");
  const places = useTranslations("places");
  const states = [...useSnapshot(props.store).rows.values()];
  const resting = states.filter(({ row, standing }) => !row.isDue && standing === null);
  const restWords = useRestWords(props.unitKind)(resting.length, props.restReason);
  const looks = states.map((state) => {
    const look = lookOf(state, props.store.columns);
    if (look === "empty" && !state.row.isDue) return "resting";
    if (look === "cleared") return "unsent";
    if (look === "verified") return "sent";
    return look === "signedOut" || look === "otherPerson" ? "kept" : look;
  });
  const all = states.length - resting.length;
  // Where nothing is due, why is said and nothing counted.
  const isCounted = all > 0 || restWords === null;
  const parts = [
    ...(isCounted
      ? [
          t("sentOf", {
            sent: states.filter(({ standing }) => standing !== null).length,
            all,
            noun: places(`nouns.${props.unitKind}`),
          }),
        ]
      : []),
    ...told.flatMap((look) => {
      const count = looks.filter((each) => each === look).length;
      return count > 0 ? [t(`counts.${look}`, { count })] : [];
    }),
  ];
  return (
    <p className="text-dense text-ink2">
      {parts.length > 0 ? `${parts.join(", ")}. ${t("cutOff", { time: props.cutOff })}. ` : null}
      {restWords}
    </p>
  );
}
