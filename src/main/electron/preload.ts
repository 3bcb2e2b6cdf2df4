import { ipcRenderer } from "electron";
import { HERE_IS_PORT, REQUEST_WIRE } from "#shared/rpc/bridge.ts";
import { PORT_CHANNEL } from "./portChannel.ts";

/*
 * All that the page gets: one message port, once, when it asks. No function, no channel by name, nothing of Electron. The
 * other end goes to the main process, which takes it from the application's own main frame only.
 */
let isHandedOver = false;

window.addEventListener("message", (event) => {
  if (event.source !== window || event.data !== REQUEST_WIRE || isHandedOver) return;
  isHandedOver = true;
  const { port1, port2 } = new MessageChannel();
  ipcRenderer.postMessage(PORT_CHANNEL, null, [port1]);
  window.postMessage(HERE_IS_PORT, "/", [port2]);
});
