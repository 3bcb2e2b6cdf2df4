import { approvals } from "./approvals.ts";
import { campaigns } from "./campaigns.ts";
import { cases } from "./cases.ts";
import { editor } from "./editor.ts";
import { errors } from "./errors.ts";
import { exporting } from "./exporting.ts";
import { firstStart } from "./firstStart.ts";
import { format } from "./format.ts";
import { frame } from "./frame.ts";
import { gate } from "./gate.ts";
import { pictures } from "./pictures.ts";
import { publishing } from "./publishing.ts";
import { quarters } from "./quarters.ts";
import { reports } from "./reports.ts";
import { roster } from "./roster.ts";
import { sanitising } from "./sanitising.ts";
import { search } from "./search.ts";
import { sharings } from "./sharings.ts";
import { ui } from "./ui.ts";
import { vocabulary } from "./vocabulary.ts";
import { writeups } from "./writeups.ts";

export const ja = {
  approvals,
  campaigns,
  cases,
  editor,
  errors,
  exporting,
  firstStart,
  format,
  frame,
  gate,
  pictures,
  publishing,
  quarters,
  reports,
  roster,
  sanitising,
  search,
  sharings,
  ui,
  vocabulary,
  writeups,
};
