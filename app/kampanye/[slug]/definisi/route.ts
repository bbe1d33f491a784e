import { readDefinition } from "@/lib/campaign/server/definition-queries";
import { openCampaign } from "@/lib/campaign/server/current";

/** The definition of a campaign as a file to keep: the same as `GET /api/v1/campaigns/{slug}` answers. */
export async function GET(
  _request: Request,
  props: { readonly params: Promise<{ readonly slug: string }> },
): Promise<Response> {
  const { current } = await openCampaign("campaign:manage", (await props.params).slug);
  const found = current && (await readDefinition(current.grant, current.campaign.slug));
  if (!found) return new Response(null, { status: 404 });

  return new Response(`${JSON.stringify(found.definition, null, 2)}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${found.definition.slug}.json"`,
      "cache-control": "no-store",
    },
  });
}
