import type { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import { leftOut } from "@/lib/account/office/register";
import { storeOffices } from "@/lib/account/office/server/commands";
import { listOffices } from "@/lib/account/office/server/queries";
import { AppError } from "@/lib/base/errors";
import { isWithin, type RegionCode } from "@/lib/base/region/code";
import { ApiProblem } from "@/lib/server/api/api-problem";
import { contentTag } from "@/lib/base/server/content-tag";
import { endpoints } from "@/lib/server/api/endpoints";
import type { officesAnswer } from "@/lib/server/api/schema/offices";
import { serve } from "@/lib/server/api/serve";

export const GET = serve(endpoints.listOffices, ({ grant, query }) =>
  registerOf(grant, query.districtCode),
);

export const PUT = serve(endpoints.storeOffices, async ({ grant, body, ifMatch }) => {
  const standing = await registerOf(grant, body.districtCode);
  if (ifMatch === null) throw new ApiProblem(428, "conditionRequired", "no If-Match");
  const tag = contentTag(standing);
  if (ifMatch !== "*" && ifMatch !== tag) throw new AppError("conflict", `since ${ifMatch}`);

  const offices = [
    ...body.offices,
    ...leftOut(await listOffices(grant, body.districtCode), body.offices),
  ];
  await storeOffices(grant, { ...body, offices });
  return registerOf(grant, body.districtCode);
});

async function registerOf(
  grant: Grant<"people:manage">,
  districtCode: RegionCode,
): Promise<z.infer<typeof officesAnswer>> {
  if (!isWithin(districtCode, grant.region)) throw new AppError("notFound", districtCode);
  const offices = await listOffices(grant, districtCode);
  return {
    districtCode,
    offices: offices.map(({ regionName: _, ...office }) => office),
  };
}
