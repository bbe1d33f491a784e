import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import type { Campaign } from "@/lib/campaign/campaign";
import { kindsOfSets } from "@/lib/campaign/unit-set/unit-set";
import type { Addressee, Directive } from "@/lib/directive/directive";
import { measureKey, type OrderMeasure } from "@/lib/directive/measure";

import { useMeasureWords } from "./measure-words";

/** "Instruksi 443.51/686/DINKES Tahun 2022", "Rapat" */
export function useDirectiveName() {
  const t = useTranslations("followUps.kinds");
  return ({ kind, number }: Pick<Directive, "kind" | "number">) =>
    [t(kind), number].filter(Boolean).join(" ");
}

/** "ditetapkan 20 April 2022, Bupati Kapuas" */
export function useOrigin() {
  const t = useTranslations("directives.origin");
  const format = formats(useLocale());
  return ({ kind, day, issuer }: Pick<Directive, "kind" | "day" | "issuer">) =>
    t(kind, { day: format.day(day), issuer });
}

/** "4 perintah kepada 12 penerima" */
export function useSize() {
  const t = useTranslations("directives");
  return (of: Pick<Directive, "kind"> & { readonly orders: number; readonly addressees: number }) =>
    t("size", { kind: of.kind, orders: of.orders, addressees: of.addressees });
}

/** "Kepala Dinas Kesehatan", "Seluruh camat" */
export function useAddresseeName() {
  const t = useTranslations("directives.whole");
  return ({ kind, name }: Pick<Addressee, "kind" | "name">) =>
    kind === "subdistricts" || kind === "villages" ? t(kind) : name;
}

/** Who of an addressee it is: "Camat Mantangai", "Lurah/Kades Lawang Kajang"; else as the addressee is called. */
export function useMemberName() {
  const t = useTranslations("directives.member");
  const nameOf = useAddresseeName();
  return (addressee: Pick<Addressee, "kind" | "name">, place: string | null) =>
    place !== null && (addressee.kind === "subdistricts" || addressee.kind === "villages")
      ? t(addressee.kind, { place })
      : nameOf(addressee);
}

/** What a campaign can measure orders by, with what each is called. */
export function useMeasures({ interventions, unitSets }: Campaign) {
  const words = useMeasureWords(new Map(interventions.map((each) => [each.code, each.shortName])));
  const measures: readonly OrderMeasure[] = [
    ...interventions.map(({ code }) => ({ kind: "coverage", intervention: code }) as const),
    { kind: "completeness" },
    { kind: "targets" },
    { kind: "sessions" },
    { kind: "stock" },
    ...kindsOfSets(unitSets).map((set) => ({ kind: "set", set }) as const),
  ];
  return measures.map((measure) => ({ key: measureKey(measure), name: words.title(measure) }));
}
