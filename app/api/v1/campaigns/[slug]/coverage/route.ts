import { coverageOf } from "@/lib/server/api/coverage";
import { endpoints } from "@/lib/server/api/endpoints";
import { serveKept } from "@/lib/server/api/serve-kept";

export const GET = serveKept(endpoints.coverage, coverageOf);
