import { errors } from "./errors.ts";
import { firstStart } from "./firstStart.ts";
import { format } from "./format.ts";
import { frame } from "./frame.ts";
import { reports } from "./reports.ts";
import { roster } from "./roster.ts";
import { search } from "./search.ts";
import { sharings } from "./sharings.ts";
import { ui } from "./ui.ts";
import { vocabulary } from "./vocabulary.ts";

export const ja = { errors, firstStart, format, frame, reports, roster, search, sharings, ui, vocabulary };
