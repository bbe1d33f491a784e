import { expect, test } from "./fixtures";

test("an administrator reads on every screen that demo accounts are active, others do not", async ({
  page,
  signIn,
}) => {
  await signIn("admin");
  for (const address of ["/pengguna", "/kampanye"]) {
    await page.goto(address);
    const notice = page.getByText("Akun contoh masih aktif.");
    await expect(notice).toBeVisible();
    await expect(page.getByText("npm run demo:remove")).toBeVisible();
    await page.emulateMedia({ media: "print" });
    await expect(notice).toBeHidden();
    await page.emulateMedia({ media: "screen" });
  }

  await signIn("dinkes.kapuas");
  await page.goto("/kampanye");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("Akun contoh masih aktif.")).toBeHidden();
});
