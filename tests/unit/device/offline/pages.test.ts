import "fake-indexeddb/auto";

import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { forgetPerson } from "@/lib/device/offline/forget-person";
import { refreshKit } from "@/lib/device/offline/keep-offline";
import { findKeptKit } from "@/lib/device/offline/kit/store";
import {
  dropUnfiledPages,
  keepPage,
  keptCampaigns,
  keptPage,
  keptTodayPage,
  renewPages,
} from "@/lib/device/offline/worker/pages";
import { rememberPerson } from "@/lib/device/outbox/current-person";

import { openCaches } from "./cache-store";
import { kit, person } from "./kit";

const stranger = "00000000-0000-4000-8000-00000000000b";
const bian = { of: "entry", slug: "bian-kapuas" } as const;
const old = "/_next/static/chunks/old.js";
const fresh = "/_next/static/chunks/fresh.js";

/** The server as the device meets it: what it answers for an address. */
let answer: (address: string) => Promise<Response> | Response;

function page(actorId: string, file: string): Response {
  return new Response(`<div data-person="${actorId}"></div><script src="${file}"></script>`);
}

beforeEach(async () => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.stubGlobal("caches", openCaches());
  vi.stubGlobal("fetch", async (address: string) => answer(address));
  await rememberPerson({ actorId: person, name: "Camat Selat" });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

async function keepTwo(): Promise<void> {
  answer = () => page(person, old);
  for (const slug of ["bian-kapuas", "pin-polio"]) {
    await keepPage(person, { of: "entry", slug }, new Set([old]));
  }
}

describe("the page of Hari ini", () => {
  it("is kept beside those of the campaigns, and never stands in for one", async () => {
    await keepTwo();
    answer = () => page(person, fresh);
    await keepPage(person, { of: "today" }, new Set([fresh]));

    expect(await keptCampaigns(person)).toEqual(["bian-kapuas", "pin-polio"]);
    expect(await (await keptPage(person, null))?.text()).toContain(old);
    expect(await (await keptTodayPage(person))?.text()).toContain(fresh);
    expect(await keptTodayPage(stranger)).toBeNull();
  });

  it("is renewed with them", async () => {
    await keepTwo();
    await keepPage(person, { of: "today" }, new Set([old]));
    const asked: string[] = [];
    answer = (address) => {
      asked.push(address);
      return page(person, fresh);
    };
    await renewPages(person, new Set([fresh]));
    expect(asked).toContain("/hari-ini/luring");
    expect(await (await keptTodayPage(person))?.text()).toContain(fresh);
  });
});

describe("a new version of the worker", () => {
  it("comes although a campaign that was kept is gone, and keeps the other's page", async () => {
    await keepTwo();
    answer = (address) =>
      address.includes("bian-kapuas") ? new Response("", { status: 404 }) : page(person, fresh);

    await renewPages(person, new Set([fresh]));
    expect(await keptPage(person, "bian-kapuas")).toBeNull();
    expect(await (await keptPage(person, "pin-polio"))?.text()).toContain(fresh);
  });

  it("does not come while the server cannot answer for a page, which stays", async () => {
    await keepTwo();
    answer = () => new Response("", { status: 503 });

    await expect(renewPages(person, new Set([fresh]))).rejects.toThrow("was not renewed");
    expect(await (await keptPage(person, "bian-kapuas"))?.text()).toContain(old);
  });

  it("leaves nobody a page whose files it took away", async () => {
    await keepTwo();
    await rememberPerson({ actorId: stranger, name: "Camat Mantangai" });
    answer = () => page(stranger, fresh);
    await keepPage(stranger, bian, new Set([fresh]));

    await dropUnfiledPages(new Set([fresh]));
    expect(await keptPage(person, null)).toBeNull();
    expect(await (await keptPage(stranger, null))?.text()).toContain(fresh);
  });
});

describe("an answer that comes after signing out", () => {
  it("leaves no page behind", async () => {
    answer = async () => {
      await forgetPerson(person);
      return page(person, fresh);
    };
    await keepPage(person, bian, new Set([fresh]));
    expect(await caches.keys()).toEqual([]);
  });

  it("leaves no figures behind", async () => {
    answer = async () => {
      await forgetPerson(person);
      return Response.json(kit());
    };
    expect(await refreshKit(person, "bian-kapuas")).toBe(false);
    expect(await findKeptKit(person, "bian-kapuas")).toBeNull();
  });

  it("is kept while the person is still there", async () => {
    answer = () => Response.json(kit());
    expect(await refreshKit(person, "bian-kapuas")).toBe(true);
    const kept = await findKeptKit(person, "bian-kapuas");
    expect(kept).toMatchObject(kit());
    // By the device's own clock, to tell how far that is off.
    expect(Math.abs((kept?.fetchedAt ?? 0) - Date.now())).toBeLessThan(60_000);
  });
});
