import "server-only";

import { createTranslator } from "next-intl";

import { locales, type Locale } from "@/lib/base/i18n/locale";
import { catalogues } from "@/lib/base/i18n/messages";
import { sentenceWords, worded } from "@/lib/base/i18n/wording";
import type { Campaign } from "@/lib/campaign/campaign";
import type { NamedRole } from "@/lib/campaign/table-reading/vocabulary";
import { partKeyOf } from "@/lib/report/part/key";
import { askedNumbers, reasonCodes, type ReportPart } from "@/lib/report/part/part";

type Number = Pick<ReportPart, "kind" | "code">;

/** A number besides tallies as files have it: its head, and other heads that are taken for it. */
export type PartHead = Number & NamedRole & { readonly head: string };

/** The numbers that a campaign asks for besides tallies, by their heads in the reader's language and others. */
export function partHeads(
  campaign: Pick<Campaign, "reportParts" | "interventions" | "wording">,
  locale: Locale,
): PartHead[] {
  const asked = askedNumbers({
    parts: campaign.reportParts,
    interventions: campaign.interventions.map(({ code }) => code),
    isSweeping: true,
  });
  return asked.map((number) => {
    const [head = "", ...others] = [locale, ...locales].flatMap((each) =>
      namesIn(each, number, campaign),
    );
    const role = `part ${partKeyOf(number)}`;
    const names = [head, ...others, partKeyOf(number)];
    return { ...number, role, head, names, option: { value: role, text: head } };
  });
}

function namesIn(
  locale: Locale,
  { kind, code }: Number,
  { wording, interventions }: Parameters<typeof partHeads>[0],
): string[] {
  const messages = catalogues[locale];
  const t = createTranslator({ locale, messages, namespace: "reportParts" });
  const own = worded(t, sentenceWords(wording, messages.words, locale));
  const kindName = own(`csv.kinds.${kind}`);
  if (kind === "found" || kind === "recovered") {
    return [t(`alone.${kind}`), kindName, own(`sweeping.${kind}`)];
  }
  if (kind === "vials") {
    const given = interventions.find((each) => each.code === code);
    const names = [given?.shortName, given?.name, code].flatMap((name) => name ?? []);
    const alone = interventions.length === 1 ? [kindName] : [];
    return [...names.map((name) => t("alone.vials", { name })), ...alone];
  }
  const reason = reasonCodes.find((each) => each === code);
  const name = reason ? t(`codes.${reason}`) : code;
  // "Other" alone may be anything.
  const alone = reason === "other" ? [] : [name];
  return [t("alone.reason", { name }), `${kindName} ${name}`, ...alone];
}
