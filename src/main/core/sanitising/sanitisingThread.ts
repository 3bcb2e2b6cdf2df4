import { serveThread } from "../threads/serveThread.ts";
import { createEngine } from "./sanitisingEngine.ts";

serveThread(createEngine());
