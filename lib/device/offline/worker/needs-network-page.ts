import english from "@/lib/base/i18n/messages/en/offline.json";
import indonesian from "@/lib/base/i18n/messages/id/offline.json";
import { routes } from "@/lib/base/routes";

/** The page that stands in for one that needs the network. It loads nothing but the letters. */
export function needsNetworkPage(options: {
  readonly isEnglish: boolean;
  /** Whether this person's entry screens are on the device. */
  readonly hasEntry: boolean;
  /** Address of the letters, when they are. */
  readonly font: string | undefined;
}): string {
  const text = (options.isEnglish ? english : indonesian).needsNetwork;
  const font = options.font
    ? `@font-face{font-family:Letters;src:url("${options.font}") format("woff2");font-weight:400 600}`
    : "";
  return `<!doctype html>
<html lang="${options.isEnglish ? "en" : "id"}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text.title} · Cakupan</title>
<style>${font}
:root{color-scheme:light dark;--canvas:#f4f6f5;--surface:#fff;--ink:#12211d;--ink2:#3d4c47;--line:#788882;--brand:#0c3b40;--on:#fff;--bar:#0c3b40;--mark:#9fe0d6;--focus:#0a58ca}
@media(prefers-color-scheme:dark){:root{--canvas:#0e1513;--surface:#151e1b;--ink:#e9f0ed;--ink2:#bdc9c4;--line:#70827b;--brand:#9ed9d2;--on:#06272a;--bar:#0a2327;--focus:#8db8ff}}
*{box-sizing:border-box}body{margin:0;background:var(--canvas);color:var(--ink);font:16px/1.5 Letters,system-ui,sans-serif}
header{display:flex;align-items:center;gap:.75rem;height:3.25rem;padding:0 1rem;background:var(--bar);color:#fff;font-weight:600;font-size:1.125rem}
main{max-width:32rem;margin:4rem auto;padding:0 1rem;text-align:center}h1{font-size:1.375rem;line-height:1.3;font-weight:600;margin:0 0 .5rem}p{margin:0;color:var(--ink2)}
nav{display:flex;flex-wrap:wrap;justify-content:center;gap:.75rem;margin-top:1.5rem}
a{display:inline-flex;align-items:center;min-height:3rem;padding:0 1.25rem;border:1px solid var(--line);border-radius:6px;background:var(--surface);color:var(--ink);font-weight:600;text-decoration:none}
a.first{border-color:var(--brand);background:var(--brand);color:var(--on)}a:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
</style>
<header><svg viewBox="0 0 32 26" width="30" height="24" aria-hidden="true"><rect y="7" width="31" height="12" rx="2" fill="#9fe0d6" opacity=".35"/><rect y="7" width="18" height="12" rx="2" fill="#9fe0d6"/><rect x="23" width="4" height="26" rx="1" fill="#9fe0d6"/></svg>Cakupan</header>
<main id="isi"><h1>${text.title}</h1><p>${options.hasEntry ? text.withEntry : text.withoutEntry}</p>
<nav aria-label="${text.ways}">${options.hasEntry ? `<a class="first" href="${routes.entry}">${text.entry}</a>` : ""}<a href="">${text.again}</a></nav></main>
</html>`;
}
