import { endpoints } from "@/lib/server/api/endpoints";
import { serveKept } from "@/lib/server/api/serve-kept";
import { readTrend } from "@/lib/server/api/trend";

export const GET = serveKept(endpoints.trend, readTrend);
