import { catalogues } from "@/lib/i18n/messages";
import type { OutsideCause } from "@/lib/outside-cause";

import { callerLocale } from "./caller-locale";

/**
 * The page while the database is away: 503 with a sentence and a link to try again. It needs
 * nothing that might be away too, no script and no style sheet.
 */
export function outagePage(request: Request, cause: OutsideCause): Response {
  const locale = callerLocale(request.headers);
  const { retry, ...words } = catalogues[locale].failure;
  const isFull = cause === "storageFull";
  const title = isFull ? words.storageTitle : words.title;
  const text = isFull ? words.storageText : words.text;
  const html = `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Cakupan</title>
<style>
  body { margin: 0 auto; max-width: 40rem; padding: 3rem 1.25rem; font: 1rem/1.5 system-ui, sans-serif; }
  h1 { font-size: 1.5rem; line-height: 1.25; }
  a { display: inline-block; padding: .75rem 0; }
</style>
</head>
<body>
<main id="isi">
<h1>${title}</h1>
<p>${text}</p>
<p><a href="">${retry}</a></p>
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
