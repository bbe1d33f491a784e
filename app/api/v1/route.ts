import { declare } from "@/lib/server/api/endpoint";
import { endpoints } from "@/lib/server/api/endpoints";

export const dynamic = "force-dynamic";

/** The bare cost of a route of this server: `npm run bench` measures the others against it. */
export const GET = declare(endpoints.index, () =>
  Promise.resolve(Response.json({ version: 1, description: endpoints.openapi.path })),
);
