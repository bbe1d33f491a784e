import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { makeAsking } from "@/lib/device/offline/worker/navigation";

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A network whose first byte comes after `first` ms and whose last after `last`. */
function network(first: number, last: number) {
  const fetched = vi.fn(async () => {
    await new Promise((resolve) => setTimeout(resolve, first));
    return new Response(
      new ReadableStream({
        async start(controller) {
          await new Promise((resolve) => setTimeout(resolve, last - first));
          controller.enqueue(new TextEncoder().encode("isi"));
          controller.close();
        },
      }),
    );
  });
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

const link = new Request("http://localhost/input/62.03.01.1009?_rsc=1");
const ask = () => makeAsking(() => Date.now());

/** The answer and how long it took. */
async function timed(answer: Promise<Response | null>, watched = 20_000) {
  const began = Date.now();
  const settled = answer.then((found) => ({ found, took: Date.now() - began }));
  await vi.advanceTimersByTimeAsync(watched);
  return settled;
}

test("an answer of which only the beginning comes soon is given up for the copy at hand", async () => {
  network(400, 15_000);
  expect(await timed(ask()(link, { hasCopy: true }))).toEqual({ found: null, took: 4_000 });
});

test("an answer that is there whole in time is handed on whole", async () => {
  network(400, 1_000);
  const { found } = await timed(ask()(link, { hasCopy: true }));
  expect(await found?.text()).toBe("isi");
});

test("without a copy there is nothing better than to wait", async () => {
  network(400, 15_000);
  const { found } = await timed(ask()(link, { hasCopy: false }));
  expect(found).not.toBeNull();
});

test("after a link that was given up its page is drawn at once, and the next link tries again", async () => {
  const fetched = network(400, 15_000);
  const asking = ask();
  await timed(asking(link, { hasCopy: true }), 4_000);
  expect(await timed(asking(link, { hasCopy: true }), 0)).toEqual({ found: null, took: 0 });
  expect(fetched).toHaveBeenCalledTimes(1);
  expect(await timed(asking(link, { hasCopy: true }), 300)).toEqual({ found: null, took: 300 });
  expect(fetched).toHaveBeenCalledTimes(2);
});

test("a page that is loaded once more waits for the server, on a slow line too", async () => {
  network(400, 3_000);
  const url = "http://localhost/input?kampanye=bian";
  const pressed = (referrer: string) =>
    Object.defineProperties(new Request(url), {
      mode: { value: "navigate" },
      referrer: { value: referrer },
    });
  const asking = makeAsking(
    () => Date.now(),
    () => true,
  );
  expect(await timed(asking(link, { hasCopy: true }))).toEqual({ found: null, took: 300 });
  expect(await timed(asking(pressed("http://localhost/input/1"), { hasCopy: true }))).toEqual({
    found: null,
    took: 300,
  });
  const { found, took } = await timed(asking(pressed(url), { hasCopy: true }));
  expect([await found?.text(), took]).toEqual(["isi", 3_000]);
});
