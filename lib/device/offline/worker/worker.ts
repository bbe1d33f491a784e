import { Serwist } from "serwist";

import { currentPerson } from "@/lib/device/outbox/current-person";
import { routes } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";

import { screenOf } from "@/lib/device/offline/screen-of";
import type { KeptPage } from "@/lib/device/offline/kept-page";
import { isSlowLine } from "@/lib/device/offline/slow-line";
import { readKeepMessage } from "@/lib/device/offline/worker-message";
import type { WorkerBuild } from "./build";
import { dropOtherFiles, keepFiles } from "./files";
import { makeAsking } from "./navigation";
import { needsNetworkPage } from "./needs-network-page";
import {
  dropOldForms,
  dropUnfiledPages,
  hasForms,
  keepPage,
  keptCampaigns,
  keptForm,
  keptPage,
  keptTodayPage,
  renewPages,
} from "./pages";
import { sendWaiting } from "./wake";
import type { WorkerScope } from "./worker-scope";

/** Written in by scripts/worker.ts. */
declare const workerBuild: WorkerBuild;
declare const self: WorkerScope;

const files = new Set([...workerBuild.files, ...workerBuild.ofForms, ...workerBuild.spare]);
const ask = makeAsking(() => now().getTime(), isSlowLine);

const serwist = new Serwist({
  clientsClaim: true,
  runtimeCaching: [
    {
      matcher: ({ request, sameOrigin }) => sameOrigin && request.mode === "navigate",
      handler: ({ request, url }) => navigate(request, url),
    },
    {
      // A link inside the entry screens, or to what is due today. Without an answer the page navigates as a whole.
      matcher: ({ request, url, sameOrigin }) =>
        sameOrigin &&
        request.headers.get("rsc") !== null &&
        request.headers.get("next-router-prefetch") === null &&
        isDrawnHere(screenOf(url.pathname)),
      handler: ({ request, url }) => followLink(request, url),
    },
    {
      // What a waiting version has fetched already, or a page of the one before still needs.
      matcher: ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith("/_next/static/"),
      handler: async ({ request }) =>
        (await caches.match(request, { ignoreVary: true })) ?? fetch(request),
    },
  ],
});

self.addEventListener("install", (event) => {
  event.waitUntil(install());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(activate());
});

self.addEventListener("message", (event) => {
  const message = readKeepMessage(event.data);
  if (!message) return;
  const { actorId, page } = message;
  const kept = page.of === "form" ? keepForm(actorId, page) : keepPage(actorId, page, files);
  event.waitUntil(kept.catch(() => null));
});

self.addEventListener("sync", (event) => {
  event.waitUntil(sendWaiting(event.tag));
});

serwist.addEventListeners();

/** The files first: what they have cost stays when the rest fails. */
async function install(): Promise<void> {
  await keepFiles(workerBuild.files);
  const person = await currentPerson();
  if (!person) return;
  if (await hasForms(person.actorId)) await keepFiles(workerBuild.ofForms);
  await renewPages(person.actorId, files);
}

async function keepForm(actorId: string, page: KeptPage): Promise<void> {
  await keepFiles(workerBuild.ofForms);
  await keepPage(actorId, page, files);
  await dropOldForms(actorId);
}

/** A page without its files would be dead; without the page its place is taken by one that is not. */
async function activate(): Promise<void> {
  await dropOtherFiles(files);
  await dropUnfiledPages(files);
}

async function navigate(request: Request, url: URL): Promise<Response> {
  await giveWay();
  const screen = screenOf(url.pathname);
  const person = await currentPerson();
  const kept = person && (await copyOf(person.actorId, screen, url));

  const answer = await ask(request, { hasCopy: kept !== null && isDrawnHere(screen) });
  if (answer) return answer;
  if (kept && isDrawnHere(screen)) return kept;
  if (kept && screen === "home") return Response.redirect(await startOf(person.actorId), 302);
  return standIn(kept ?? (person && (await keptPage(person.actorId, null))));
}

function isDrawnHere(screen: ReturnType<typeof screenOf>): boolean {
  return screen === "entry" || screen === "today" || screen === "form";
}

/** What is at hand for an address; for one that needs the network, any page of Input. */
function copyOf(actorId: string, screen: ReturnType<typeof screenOf>, url: URL) {
  if (screen === "today") return keptTodayPage(actorId);
  if (screen === "form") return keptForm(actorId, url);
  return keptPage(actorId, screen === "entry" ? url.searchParams.get("kampanye") : null);
}

/** As the server leads: who fills in several campaigns comes for all of them. */
async function startOf(actorId: string): Promise<string> {
  const hasToday = (await keptTodayPage(actorId)) !== null;
  return hasToday && (await keptCampaigns(actorId)).length > 1 ? routes.today : routes.entry;
}

/** A version that waits takes over at the next page, when no other page is open to be disturbed. */
async function giveWay(): Promise<void> {
  const { waiting } = self.registration;
  if (!waiting) return;
  const pages = await self.clients.matchAll({ type: "window" });
  if (pages.length <= 1) waiting.postMessage({ type: "SKIP_WAITING" });
}

async function followLink(request: Request, url: URL): Promise<Response> {
  const person = await currentPerson();
  const screen = screenOf(url.pathname);
  // Which campaign's page of Input it is, the page says once it is loaded.
  const kept =
    person &&
    (screen === "entry"
      ? await keptPage(person.actorId, null)
      : await copyOf(person.actorId, screen, url));
  return (await ask(request, { hasCopy: kept !== null })) ?? Response.error();
}

async function standIn(kept: Response | null): Promise<Response> {
  const html = kept ? await kept.text() : "";
  const page = needsNetworkPage({
    isEnglish: kept ? html.includes('lang="en"') : !navigator.language.startsWith("id"),
    hasEntry: kept !== null,
    font: workerBuild.files.find((file) => file.endsWith(".woff2")),
  });
  return new Response(page, {
    status: 503,
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
  });
}
