import "server-only";

import NextAuth from "next-auth";
import { NextRequest } from "next/server";
import { z } from "zod";

import { clientAddress } from "@/lib/auth/address";
import { authOptions } from "@/lib/auth/options";
import { AppError } from "@/lib/errors";

import { ApiProblem } from "./api-problem";
import { parseJson, readText } from "./body";
import { isForeign } from "./origin";
import { answered } from "./serve";

type Context = { readonly params: Promise<{ readonly nextauth: string[] }> };

/** next-auth's handler says nothing of its types. */
const response = z.instanceof(Response);

/**
 * next-auth's own addresses, with what every other route has: an origin check, a limit, and an
 * answer to a failure that tells nothing of it.
 */
export function signInRoute(request: Request, context: Context): Promise<Response> {
  return answered(request, async () => {
    const { nextauth } = await context.params;
    // A password comes by POST; next-auth would answer 500 to anything else.
    if (request.method !== "POST" && nextauth[0] === "callback") {
      throw new AppError("notFound", "a sign-in that brings no password");
    }
    const failures: unknown[] = [];
    const options = authOptions(clientAddress(request.headers), (reason) => failures.push(reason));
    const answer = response.parse(await NextAuth(await readRequest(request), context, options));
    if (failures.length > 0) throw failures[0];
    return answer;
  });
}

/** The request with a body that was read within the limit: next-auth reads however much comes. */
async function readRequest(request: Request): Promise<NextRequest> {
  const { url, method, headers } = request;
  if (method !== "POST") return new NextRequest(url, { method, headers });

  if (isForeign(headers)) throw new ApiProblem(403, "foreignOrigin", "sign-in");
  const body = await readText(request);
  if (headers.get("content-type")?.includes("application/json")) parseJson(body);
  return new NextRequest(url, { method, headers, body });
}
