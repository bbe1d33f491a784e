import { declare } from "@/lib/api/endpoint";
import { endpoints } from "@/lib/api/endpoints";
import { signInRoute } from "@/lib/api/next-auth";

export const GET = declare(endpoints.csrf, signInRoute);
export const POST = declare(endpoints.signIn, signInRoute);
