import { serveThread } from "../threads/serveThread.ts";
import type { Sighting } from "./matchView.ts";
import { loadTokenizer, noveltySightings } from "./novelty.ts";

/** For the command line, which scans once: the dictionary is loaded while the roster is compiled. */
serveThread<string, Sighting[]>(async (text) => noveltySightings(text, await loadTokenizer()));
