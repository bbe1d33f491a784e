import { NextResponse, type NextRequest } from "next/server";

import { outagePage } from "@/lib/server/api/outage-page";
import { clientAddress } from "@/lib/account/auth/server/address";
import { outage } from "@/lib/server/db/outage";
import { personCookieName } from "@/lib/account/auth/server/person-cookie";
import { campaignCookie, rememberedCampaign } from "@/lib/campaign/remembered-campaign";
import { actionRejection } from "@/lib/base/forms/server/action-request";
import { logSecurity } from "@/lib/base/server/log";
import { isSecure } from "@/lib/base/server/origin";

/**
 * What every page needs before it is drawn: the nonce of its scripts, its own address (so that
 * signing in leads back), and the memory of the campaign that the address names. It decides
 * nothing about who may see what; pages do. While the database is away it answers itself, 503,
 * because a page that fails while it is drawn can only be 500. A call of a server action whose
 * headers no page of ours sends is rejected here too.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const cause = await outage();
  if (cause !== null) return outagePage(request, cause);

  const rejection = actionRejection(request);
  if (rejection === 403) {
    const peer = clientAddress(request.headers);
    const { pathname: path } = request.nextUrl;
    logSecurity("refused", { code: "foreignOrigin", method: "POST", path, peer, actor: null });
  }
  if (rejection !== null) return new Response(null, { status: rejection });

  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-cakupan-address", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("content-security-policy", policy);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if (isSecure()) response.headers.set("strict-transport-security", "max-age=31536000");
  const remembered = rememberedCampaign(
    request.cookies.get(personCookieName)?.value,
    request.nextUrl.searchParams.get("kampanye"),
  );
  if (remembered !== null) {
    response.cookies.set(campaignCookie, remembered, {
      path: "/",
      sameSite: "lax",
      httpOnly: true,
      maxAge: 365 * 24 * 60 * 60,
    });
  }
  return response;
}

export const config = {
  matcher: [
    "/((?!api/|_next/static/|icons/|icon\\.svg$|favicon\\.ico$|apple-icon\\.png$|manifest\\.webmanifest$|sw\\.js$).*)",
  ],
};

/** No script without the nonce, nothing from elsewhere. Inline styles carry widths of bars. */
function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
