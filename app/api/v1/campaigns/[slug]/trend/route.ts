import { endpoints } from "@/lib/server/api/endpoints";
import { serveKept } from "@/lib/server/api/serve-kept";
import { trendOf } from "@/lib/server/api/trend";

export const GET = serveKept(endpoints.trend, trendOf);
