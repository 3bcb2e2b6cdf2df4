import { serveThread } from "../threads/serveThread.ts";
import { typeset } from "./typesetter.ts";

serveThread(typeset);
