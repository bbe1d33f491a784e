import { getTranslations } from "next-intl/server";

import { BesidesPanel } from "@/components/monitor/coverage/besides-panel";
import type { CoverageProps } from "@/components/monitor/coverage/coverage-props";
import type { Grant } from "@/lib/account/auth/grant";
import { besidesOf } from "@/lib/monitor/coverage/besides";
import { partsWithin } from "@/lib/monitor/coverage/parts";
import { partNoun } from "@/lib/monitor/coverage/place";
import { readBesides } from "@/lib/monitor/coverage/server/besides-queries";
import { routes, withQuery } from "@/lib/base/routes";

/** What a place's reports say besides tallies; nothing where the campaign does not ask for it. */
export async function BesidesOfPlace({
  grant,
  campaign,
  params,
  view: { root },
  links,
}: CoverageProps & { readonly grant: Grant<"coverage:read"> }) {
  if (campaign.reportParts.length === 0) return null;
  const parts = partsWithin(root, () => []);
  const until = params.isToday ? null : params.on;
  const counts = await readBesides(grant, campaign, { round: params.round, until }, parts);
  const heads = await getTranslations("places.heads");
  return (
    <BesidesPanel
      campaign={campaign}
      besides={besidesOf(counts, parts)}
      placeName={root.name}
      heading={heads(partNoun(root))}
      placeHref={(code) => links.place(code)}
      csvHref={withQuery(routes.coverageBesidesCsv, {
        kampanye: campaign.slug,
        ...params.given,
        wilayah: links.code,
      })}
    />
  );
}
