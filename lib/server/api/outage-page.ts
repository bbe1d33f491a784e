import { createTranslator } from "next-intl";

import { catalogues } from "@/lib/base/i18n/messages";
import type { ExternalCause } from "@/lib/base/external-cause";
import { routes } from "@/lib/base/routes";

import { callerLocale } from "./caller-locale";

/** After how long it asks again. */
const retrySeconds = 10;

/**
 * The page while the database is away: 503 with a sentence and a link to try again, which it also
 * does by itself. It needs nothing that might be away too, no script and no style sheet.
 */
export function outagePage(request: Request, cause: ExternalCause): Response {
  const locale = callerLocale(request.headers);
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: "failure" });
  const isFull = cause === "storageFull";
  const title = t(isFull ? "storageTitle" : "title");
  const text = t(isFull ? "storageText" : "text");
  const html = `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="${String(retrySeconds)}">
<title>${title} · Cakupan</title>
<style>
  body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; }
  header { padding: .75rem 1.25rem; background: #0c3b40; }
  header a { color: #fff; font-weight: 600; font-size: 1.125rem; text-decoration: none; padding: 0; }
  main { margin: 0 auto; max-width: 40rem; padding: 3rem 1.25rem; }
  h1 { font-size: 1.5rem; line-height: 1.25; }
  a { display: inline-block; padding: .75rem 0; }
</style>
</head>
<body>
<header><a href="${routes.home}">Cakupan</a></header>
<main id="isi">
<h1>${title}</h1>
<p>${text}</p>
<p><a href="">${t("retry")}</a></p>
<p>${t("retrying", { seconds: String(retrySeconds) })}</p>
</main>
</body>
</html>
`;
  return new Response(html, {
    status: 503,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "Retry-After": "5",
      "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    },
  });
}
