import { declare } from "@/lib/server/api/endpoint";
import { endpoints } from "@/lib/server/api/endpoints";
import { healthOf } from "@/lib/server/api/health";
import { answered } from "@/lib/server/api/serve";

export const dynamic = "force-dynamic";

export const GET = declare(endpoints.health, (request) =>
  answered(request, async () =>
    Response.json(await healthOf(), { headers: { "Cache-Control": "no-store" } }),
  ),
);
