import { expect, test } from "vitest";

import { HashQueue, type HashRank } from "@/lib/account/auth/hash-queue";

/** Work that ends when it is told to, and notes when it began. */
function desk(atOnce = 1, strangersWaiting = 2) {
  const queue = new HashQueue({ atOnce, strangersWaiting }, () => new Error("full"));
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const send = (rank: HashRank, name: string) =>
    queue.run(rank, async () => {
      begun.push(name);
      await new Promise<void>((resolve) => ends.set(name, resolve));
      return name;
    });
  const end = async (name: string) => {
    ends.get(name)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { begun, send, end };
}

test("a known device goes before a password that is made, and both before strangers", async () => {
  const { begun, send, end } = desk();
  void send("stranger", "first");
  void send("stranger", "second");
  void send("work", "new password");
  void send("device", "camat");
  await end("first");
  await end("camat");
  await end("new password");
  expect(begun).toEqual(["first", "camat", "new password", "second"]);
});

test("only so many run at once", () => {
  const { begun, send } = desk(2);
  for (const name of ["a", "b", "c"]) void send("device", name);
  expect(begun).toEqual(["a", "b"]);
});

test("a stranger without a place is told so; others are never rejected", async () => {
  const { begun, send, end } = desk(1, 2);
  void send("stranger", "1");
  const waiting = [send("stranger", "2"), send("stranger", "3")];
  await expect(send("stranger", "4")).rejects.toThrow("full");
  const works = Array.from({ length: 345 }, (_, index) => send("work", `w${String(index)}`));

  await end("1");
  for (let index = 0; index < 345; index += 1) await end(`w${String(index)}`);
  await end("2");
  await end("3");
  expect(await Promise.all(works)).toHaveLength(345);
  expect(await Promise.all(waiting)).toEqual(["2", "3"]);
  expect(begun).toHaveLength(348);
});

test("work that fails gives its place on", async () => {
  const queue = new HashQueue({ atOnce: 1, strangersWaiting: 1 }, () => new Error("full"));
  await expect(queue.run("work", () => Promise.reject(new Error("broken")))).rejects.toThrow();
  expect(await queue.run("work", () => Promise.resolve("next"))).toBe("next");
});
