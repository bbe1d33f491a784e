import { coverageOf } from "@/lib/api/coverage";
import { endpoints } from "@/lib/api/endpoints";
import { serveKept } from "@/lib/api/serve-kept";

export const GET = serveKept(endpoints.coverage, coverageOf);
