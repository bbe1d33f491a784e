import { useTranslations } from "next-intl";

import { Button } from "@/components/base/ui/button";

/** Puts a campaign away, or back. Both can be undone, so nothing is asked; works without scripts. */
export function ArchiveCampaign(props: {
  readonly slug: string;
  readonly isArchived: boolean;
  readonly action: (form: FormData) => Promise<void>;
}) {
  const t = useTranslations("campaigns.archive");
  const words = props.isArchived ? "restore" : "put";
  return (
    <form action={props.action} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <input type="hidden" name="kampanye" value={props.slug} />
      <input type="hidden" name="arsip" value={props.isArchived ? "0" : "1"} />
      <Button type="submit">{t(words)}</Button>
      <p className="text-note text-ink3">{t(`${words}Note`)}</p>
    </form>
  );
}
