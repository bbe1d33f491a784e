import { declare } from "@/lib/api/endpoint";
import { endpoints } from "@/lib/api/endpoints";
import { describeApi } from "@/lib/api/openapi";

export const dynamic = "force-dynamic";

export const GET = declare(endpoints.openapi, () => Promise.resolve(Response.json(describeApi())));
