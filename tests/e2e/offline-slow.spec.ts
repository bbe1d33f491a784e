import { expect, test } from "./fixtures";

/** 400 kbit/s with a round trip of 400 ms: a phone at the edge of a village. */
const slow = {
  offline: false,
  latency: 400,
  downloadThroughput: 50_000,
  uploadThroughput: 50_000,
};
const most = 8_000;

for (const { name, address } of [
  { name: "the grid @desktop", address: "/input?kampanye=bian-kapuas" },
  { name: "the list @phone", address: "/input?kampanye=bian-kapuas" },
  { name: "a village @phone", address: "/input/62.03.01.1009?kampanye=bian-kapuas" },
]) {
  test.describe("on a slow link", () => {
    test.describe.configure({ mode: "serial" });

    test(
      `the first load of ${name} can be used within 8 seconds`,
      { tag: "@timed" },
      async ({ page, signIn }) => {
        await signIn("camat.selat");
        const devtools = await page.context().newCDPSession(page);
        await devtools.send("Network.enable");
        await devtools.send("Network.emulateNetworkConditions", slow);

        const began = Date.now();
        await page.goto(address, { waitUntil: "commit" });
        await page.waitForFunction(isAlive, null, { polling: 50, timeout: 4 * most });
        const took = Date.now() - began;

        test.info().annotations.push({ type: "ms", description: String(took) });
        expect(took).toBeLessThanOrEqual(most);
      },
    );
  });
}

/** Whether a field or card that is shown has its handlers: what is typed now is taken up. */
function isAlive(): boolean {
  return [...document.querySelectorAll("main input, main ul a")].some(
    (element) =>
      element.checkVisibility() &&
      Object.keys(element).some((name) => name.startsWith("__reactProps")),
  );
}
