import { declare } from "@/lib/api/endpoint";
import { endpoints } from "@/lib/api/endpoints";
import { healthOf } from "@/lib/api/health";
import { answered } from "@/lib/api/serve";

export const dynamic = "force-dynamic";

export const GET = declare(endpoints.health, (request) =>
  answered(request, async () =>
    Response.json(await healthOf(), { headers: { "Cache-Control": "no-store" } }),
  ),
);
