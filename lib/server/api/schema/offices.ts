import { z } from "zod";

import { officeKinds } from "@/lib/account/office/office";

import { count } from "./fields";

/** The register of a kabupaten. */
export const officesAnswer = z.object({
  districtCode: z.string(),
  offices: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      kind: z.enum(officeKinds),
      region: z.string().describe("Where it is: the kabupaten or a part of it."),
      headTitle: z.string().nullable(),
      isClosed: z.boolean().describe("It is offered no more; its units, reports and people stay."),
      heads: count.describe("Accounts of its heads that may sign in."),
      units: count.describe("Reporting units that it holds, of all campaigns."),
    }),
  ),
});
