import { approvals } from "./approvals.ts";
import { audit } from "./audit.ts";
import { campaigns } from "./campaigns.ts";
import { casebook } from "./casebook.ts";
import { cases, links } from "./cases.ts";
import { gate } from "./gate.ts";
import { intake } from "./intake.ts";
import { pictures } from "./pictures.ts";
import { publishing } from "./publishing.ts";
import { quarters } from "./quarters.ts";
import { reports } from "./reports.ts";
import { roster } from "./roster.ts";
import { sanitising } from "./sanitising.ts";
import { search } from "./search.ts";
import { sharings } from "./sharings.ts";
import { shell } from "./shell.ts";
import { writeups } from "./writeups.ts";

/** What the core answers. A method's wire name is `feature.method`. */
export const coreContract = {
  casebook,
  intake,
  reports,
  cases,
  links,
  campaigns,
  writeups,
  sanitising,
  pictures,
  approvals,
  sharings,
  gate,
  roster,
  quarters,
  publishing,
  search,
  audit,
};

/** What the shell around the window answers. */
export const shellContract = { shell };

/** All that the window can ask for: the only thing it knows of the rest of the program. */
export const contract = { ...coreContract, ...shellContract };

export type CoreContract = typeof coreContract;
export type ShellContract = typeof shellContract;
export type Contract = typeof contract;
