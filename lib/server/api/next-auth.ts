import "server-only";

import NextAuth from "next-auth";
import { NextRequest, NextResponse } from "next/server";
import { z } from "zod";

import { clientAddress } from "@/lib/account/auth/server/address";
import { deviceOf } from "@/lib/account/auth/device";
import { deviceCookie, deviceCookieName, readDevice } from "@/lib/account/auth/server/known-device";
import { personCookie } from "@/lib/account/auth/server/person-cookie";
import { rememberDevice } from "@/lib/account/auth/server/known-device-commands";
import "@/lib/account/auth/server/door";
import { authOptions } from "@/lib/account/auth/server/options";
import { AppError } from "@/lib/base/errors";
import { isForeign } from "@/lib/base/server/origin";
import { routes } from "@/lib/base/routes";

import { ApiProblem } from "./api-problem";
import { parseJson, readText } from "./body";
import { readCookie } from "./cookie";
import { answered } from "./serve";

type Context = { readonly params: Promise<{ readonly nextauth: string[] }> };

/** Where next-auth would draw pages of its own, in its looks and language. Ours is the one there is. */
const pages = new Set(["signin", "signout", "error", "verify-request"]);

/** next-auth's handler says nothing of its types. */
const response = z.instanceof(Response);

/**
 * next-auth's own addresses, with what every other route has: an origin check, a limit, and an
 * answer to a failure that tells nothing of it.
 */
export function signInRoute(request: Request, context: Context): Promise<Response> {
  return answered(request, async () => {
    const { nextauth } = await context.params;
    const [what = ""] = nextauth;
    // A password comes by POST; next-auth would answer 500 to anything else.
    if (request.method !== "POST" && what === "callback") {
      throw new AppError("notFound", "a sign-in that brings no password");
    }
    if (request.method === "GET" && pages.has(what)) {
      return new Response(null, { status: 307, headers: { Location: routes.signIn } });
    }
    const failures: unknown[] = [];
    const signedIn: string[] = [];
    const { headers } = request;
    const device = readDevice(readCookie(headers.get("cookie"), deviceCookieName()));
    const options = authOptions(
      {
        network: clientAddress(headers),
        device,
        browser: deviceOf(headers.get("user-agent")),
      },
      {
        failure: (reason) => failures.push(reason),
        success: (userId) => signedIn.push(userId),
      },
    );
    const answer = response.parse(await NextAuth(await readRequest(request), context, options));
    if (failures.length > 0) throw failures[0];
    const [userId] = signedIn;
    if (!userId) return answer;
    return withCookies(answer, [
      deviceCookie(await rememberDevice(device, userId)),
      personCookie(userId),
    ]);
  });
}

function withCookies(
  answer: Response,
  cookies: readonly ReturnType<typeof deviceCookie | typeof personCookie>[],
): Response {
  const known = new NextResponse(answer.body, answer);
  for (const cookie of cookies) known.cookies.set(cookie);
  return known;
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
