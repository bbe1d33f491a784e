import { query } from "./database";

/** Every row of a campaign, its own and those of all tables that name it, as one text to compare. */
export async function everythingOf(slug: string): Promise<string> {
  const tables = await query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'campaign_id' order by 1`,
  );
  const rows = tables.map(
    ({ name }) => `select '${name}' || to_jsonb(row)::text as fact from ${name} as row
      join campaign on campaign.id = row.campaign_id where slug = $1`,
  );
  const [found] = await query<{ facts: string }>(
    `select string_agg(fact, E'\\n' order by fact) as facts from (
       ${rows.join(" union all ")}
       union all select to_jsonb(campaign)::text from campaign where slug = $1) as facts`,
    [slug],
  );
  return found?.facts ?? "";
}
