import { endpoints } from "@/lib/api/endpoints";
import { serveKept } from "@/lib/api/serve-kept";
import { trendOf } from "@/lib/api/trend";

export const GET = serveKept(endpoints.trend, trendOf);
