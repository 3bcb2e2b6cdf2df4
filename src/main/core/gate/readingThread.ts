import { Console } from "node:console";
import { Writable } from "node:stream";
import { serveThread } from "../threads/serveThread.ts";
import { readBack, type WrittenFile } from "./reading/readBack.ts";

// pdf.js complains while it loads that it cannot draw, which it need not: this thread has nothing to say to anybody.
globalThis.console = new Console(new Writable({ write: (_chunk, _encoding, done) => done() }));

serveThread((file: WrittenFile) => readBack(file));
