import { declare } from "@/lib/server/api/endpoint";
import { endpoints } from "@/lib/server/api/endpoints";
import { signInRoute } from "@/lib/server/api/next-auth";

export const GET = declare(endpoints.csrf, signInRoute);
export const POST = declare(endpoints.signIn, signInRoute);
