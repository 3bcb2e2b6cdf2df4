/** The one name that crosses between preload.ts and the main process: hands over a message port at each page load. */
export const PORT_CHANNEL = "hub-casebook:port";
