import { withConnection } from "@/scripts/sql";

import type { OwnCampaign } from "./campaign";
import { databaseUrl } from "./own-database";

/** What an instruction of one order asks of every camat of a story's kabupaten, measured by reports. */
export async function askCamat({ slug, today }: OwnCampaign): Promise<void> {
  await withConnection(databaseUrl(), async (client) => {
    await client.query(
      `with made as (
         insert into directive (
           district_code, campaign_id, kind, number, title, day, issuer, issued_at, is_demo)
         select district_code, id, 'instruction', '443.51/686', 'Penyelenggaraan BIAN', $2::date,
                'Bupati', now(), true
         from campaign where slug = $1 returning district_code, id
       ), ordered as (
         insert into directive_order (
           district_code, directive_id, position, label, title, text, due_on, measure, asked_of)
         select district_code, id, 1, 'KEEMPAT', 'Jangkau pelosok',
                'Memfasilitasi segala dukungan hingga ke pelosok/daerah terpencil.', $2::date,
                'completeness', '{1}'
         from made
       ), addressed as (
         insert into directive_addressee (district_code, directive_id, position, kind, name)
         select district_code, id, 1, 'subdistricts', '' from made
       )
       select from made`,
      [slug, today],
    );
    await client.query(
      `insert into follow_up (district_code, directive_id, order_position, addressee_position,
                              region_code, office_code, due_on)
       select directive.district_code, directive.id, 1, 1, region.code, '', $2::date
       from directive
       join campaign on campaign.district_code = directive.district_code
        and campaign.id = directive.campaign_id and campaign.slug = $1
       join region on region.parent_code = directive.district_code`,
      [slug, today],
    );
  });
}
