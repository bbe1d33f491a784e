import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import { listAreas } from "@/lib/account/region/server/queries";
import { cutText } from "@/lib/base/forms/storable-text";
import { districtCode, isWithin, regionLevel } from "@/lib/base/region/code";
import { draftOfFile, type DefinitionFile } from "@/lib/campaign/definition-file";
import type { CampaignDraft } from "@/lib/campaign/draft";

/**
 * What a draft is begun with from a file. Its kabupaten is the file's where that is theirs, else their
 * own; who holds several chooses it in the first step.
 */
export async function fileDraft(
  grant: Grant<"campaign:manage">,
  file: DefinitionFile,
  name: string,
): Promise<CampaignDraft> {
  const said = districtCode.safeParse(file.body["districtCode"]);
  const isTheirs = said.success && isWithin(said.data, grant.region);
  const own = regionLevel(grant.region) === "district" ? grant.region : "";
  const district = districtCode.safeParse(isTheirs ? said.data : own);
  const villages = district.success ? (await listAreas(grant, district.data)).villages : [];
  return draftOfFile(file, cutText(name, 200), district.data ?? "", villages);
}
