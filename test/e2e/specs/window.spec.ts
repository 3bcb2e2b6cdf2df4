import { expect, test } from "../fixtures/test.ts";
import { messages } from "#shared/messages/messages.ts";

/** What the page could do if somebody managed to run their own script in it: nothing that leaves the machine. */
test.describe("the window", () => {
  test.use({ provokesFaults: true });

  test("opens with the first start's three ways, and no fault", async ({ application: { page }, faults }) => {
    const { firstStart, frame } = messages.ja;
    await expect(page).toHaveTitle(frame.appName);
    for (const way of [firstStart.create, firstStart.open, firstStart.sample]) {
      await expect(page.getByText(way, { exact: true }).first()).toBeVisible();
    }
    expect(faults).toStrictEqual([]);
  });

  test("lets no request out, whatever asks", async ({ application: { page } }) => {
    const answers = await page.evaluate(async () => {
      const outside = "https://192.0.2.1/";
      const asPicture = (url: string) =>
        new Promise((resolve) => {
          const picture = new Image();
          picture.onload = () => resolve("came");
          picture.onerror = () => resolve("refused");
          picture.src = url;
        });
      const asSocket = (url: string) =>
        new Promise((resolve) => {
          try {
            const socket = new WebSocket(url);
            socket.onopen = () => resolve("came");
            socket.onerror = () => resolve("refused");
          } catch {
            resolve("refused");
          }
        });
      const asFetch = (url: string) =>
        fetch(url, { mode: "no-cors" }).then(
          () => "came",
          () => "refused",
        );
      return Promise.all([
        asFetch(outside),
        asPicture(`${outside}a.png`),
        asSocket("wss://192.0.2.1/"),
        asFetch("http://127.0.0.1/"),
      ]);
    });
    expect(answers).toStrictEqual(["refused", "refused", "refused", "refused"]);
  });

  test("runs no script but its own", async ({ application: { page } }) => {
    const ran = await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'inline'";
      document.head.append(script);
      const element = document.createElement("div");
      element.innerHTML = "<img src=x onerror=\"document.title='handler'\">";
      document.body.append(element);
      return document.title;
    });
    expect(ran).toBe(messages.ja.frame.appName);
    await page.waitForTimeout(100);
    await expect(page).toHaveTitle(messages.ja.frame.appName);
  });

  test("opens no other window and goes nowhere else", async ({ application: { page } }) => {
    const address = page.url();
    for (const target of ["https://example.com/", "about:blank"]) {
      expect(await page.evaluate((url) => window.open(url) === null, target)).toBe(true);
    }
    expect(page.context().pages()).toHaveLength(1);
    await page.evaluate(() => void (location.href = "https://example.com/"));
    await page.waitForTimeout(300);
    expect(page.url()).toBe(address);
    await page.evaluate(() => {
      const link = document.createElement("a");
      link.href = "https://example.com/file.pdf";
      link.download = "file.pdf";
      link.click();
    });
    await page.waitForTimeout(100);
    expect(page.url()).toBe(address);
  });

  test("has no permission and no way round the bridge", async ({ application: { page } }) => {
    const found = await page.evaluate(async () => {
      const states = await Promise.all(
        (["geolocation", "notifications", "camera", "microphone"] as const).map((name) =>
          navigator.permissions.query({ name }).then(({ state }) => state),
        ),
      );
      return { states, leaks: ["callShell", "receiveFrame", "require", "process"].filter((name) => name in window) };
    });
    expect(new Set(found.states)).toStrictEqual(new Set(["denied"]));
    expect(found.leaks).toStrictEqual([]);
  });

  test("comes back after a reload with a new connection", async ({ application: { page } }) => {
    await page.reload();
    await expect(page.getByText(messages.ja.firstStart.sample, { exact: true }).first()).toBeVisible();
  });
});
