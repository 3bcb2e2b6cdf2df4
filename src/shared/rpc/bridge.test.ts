import { MessageChannel } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import type { PortLike } from "./portTransport.ts";
import {
  HERE_ARE_EVENTS,
  HERE_IS_PORT,
  listenToFrames,
  requestCoreTransport,
  REQUEST_WIRE,
  sendFrame,
  TO_PAGE,
  TO_SHELL,
  type BridgeWindow,
} from "./bridge.ts";

/** A window as far as the bridge goes: it posts to itself in a later task, and dispatches at once. */
function openPage() {
  const target = new EventTarget();
  const post = (data: string, ports: readonly PortLike[] = []) =>
    void setTimeout(() => target.dispatchEvent(Object.assign(new Event("message"), { source: page, data, ports })), 0);
  const page: BridgeWindow = {
    addEventListener: (type: string, listener: unknown) => target.addEventListener(type, listener as EventListener),
    removeEventListener: (type, listener) => target.removeEventListener(type, listener as unknown as EventListener),
    dispatchEvent: (event) => target.dispatchEvent(event as Event),
    postMessage: (message) => post(message),
    CustomEvent: globalThis.CustomEvent,
  };
  const answerRequests = (answer: string, ports?: readonly PortLike[]) =>
    page.addEventListener("message", ({ data }) => {
      if (data === REQUEST_WIRE) post(answer, ports);
    });
  return { page, answerRequests };
}

describe("a page's connection", () => {
  it("over events has left the page when post returns, so that closing the page loses nothing", async () => {
    const { page, answerRequests } = openPage();
    answerRequests(HERE_ARE_EVENTS);
    const transport = await requestCoreTransport(page);
    const frames: string[] = [];
    listenToFrames(page, TO_SHELL, (frame) => frames.push(frame));
    transport.post({ words: "閉じる直前の文。" });
    expect(frames).toStrictEqual(['e{"words":"閉じる直前の文。"}']);
  });

  it("over events hears the shell, and nothing that is not a frame", async () => {
    const { page, answerRequests } = openPage();
    answerRequests(HERE_ARE_EVENTS);
    const transport = await requestCoreTransport(page);
    const heard: unknown[] = [];
    transport.onMessage((message) => heard.push(message));
    page.dispatchEvent(new CustomEvent(TO_PAGE, { detail: { not: "a frame" } }));
    sendFrame(page, TO_PAGE, 'e{"type":"restarted"}');
    expect(heard).toStrictEqual([{ type: "restarted" }]);
    transport.close();
    sendFrame(page, TO_PAGE, 'e{"type":"restarted"}');
    expect(heard).toHaveLength(1);
  });

  it("over a port speaks with the port's other end", async () => {
    const { page, answerRequests } = openPage();
    const { port1, port2 } = new MessageChannel();
    answerRequests(HERE_IS_PORT, [port1]);
    const transport = await requestCoreTransport(page);
    const heard = new Promise((resolve) => port2.once("message", resolve));
    transport.post({ type: "cancel", id: 3 });
    expect(await heard).toStrictEqual({ type: "cancel", id: 3 });
    transport.close();
  });

  it("is not taken from somebody who posts into the window from elsewhere", async () => {
    const { page } = openPage();
    let isTaken = false;
    void requestCoreTransport(page).then(() => (isTaken = true));
    page.dispatchEvent(Object.assign(new Event("message"), { source: {}, data: HERE_ARE_EVENTS, ports: [] }));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(isTaken).toBe(false);
  });
});
