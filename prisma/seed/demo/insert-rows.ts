import type pg from "pg";

/** Key of a campaign: the first two parameters of each statement that writes into it. */
export type CampaignRowKey = [districtCode: string, id: string];

/**
 * Runs one statement over many rows: $1 and $2 are the campaign, $3 the rows as JSON for
 * `jsonb_to_recordset`, the rest from $4 on.
 */
export async function insertRows(
  client: pg.Client,
  campaign: CampaignRowKey,
  statement: string,
  rows: readonly unknown[],
  others: readonly unknown[] = [],
): Promise<void> {
  await client.query(statement, [...campaign, JSON.stringify(rows), ...others]);
}
