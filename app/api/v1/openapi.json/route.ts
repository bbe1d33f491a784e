import { declare } from "@/lib/server/api/endpoint";
import { endpoints } from "@/lib/server/api/endpoints";
import { describeApi } from "@/lib/server/api/openapi";

export const dynamic = "force-dynamic";

export const GET = declare(endpoints.openapi, () => Promise.resolve(Response.json(describeApi())));
