import { useTranslations } from "next-intl";

/** The line or lines of a file that a row of a table is about; a card of a phone has no head to say so. */
export function LineCell(props: { readonly line: number | string }) {
  const t = useTranslations("sheet.rejections");
  return (
    <td className="text-ink2 tablet:max-w-32 tablet:text-right tablet:text-ink">
      <span className="text-note tablet:sr-only">{t("row")} </span>
      {props.line}
    </td>
  );
}
