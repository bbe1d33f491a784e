import { emptyDatabase } from "@/tests/support/database";
// Before anything of Next: it lets Next find its storages.
import { withinRequest } from "@/tests/support/next-request";

import { beforeAll, expect, test } from "vitest";

import VillagePage from "@/app/input/[unit]/page";
import { areas, cookieOf, newPerson, setScene, slugs } from "@/tests/support/scene";

beforeAll(async () => {
  await emptyDatabase();
  await setScene();
});

/** What the page of a unit's day is drawn from, or that it is not found. */
async function open(unit: string): Promise<string> {
  const camat = await newPerson("subdistrictHead", areas.homeSelat);
  const headers = new Headers({ cookie: await cookieOf(camat) });
  return withinRequest(headers, async () => {
    try {
      await VillagePage({
        params: Promise.resolve({ unit }),
        searchParams: Promise.resolve({ kampanye: slugs.home }),
      });
      return "drawn";
    } catch (error) {
      if (error instanceof Error && error.message === "NEXT_HTTP_ERROR_FALLBACK;404") return "404";
      throw error;
    }
  });
}

test.each(["%00", "62.03.01.1001%00", "%EF%BF%BD", "%F0%9F%98%80", "x".repeat(200), "tidak-ada"])(
  "/input/%s is not found",
  async (unit) => {
    expect(await open(unit)).toBe("404");
  },
);

test("a unit of one's own is", async () => {
  expect(await open(areas.homeSelatHilir)).toBe("drawn");
});
