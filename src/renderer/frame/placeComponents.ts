import { lazy, type ComponentType } from "react";
import type { Place } from "#renderer/state/workplace.ts";
import { ReportsPlace } from "#renderer/features/reports/ReportsPlace.tsx";
import { RosterPlace } from "#renderer/features/roster/RosterPlace.tsx";
import { SearchPlace } from "#renderer/features/search/SearchPlace.tsx";
import { SharingsPlace } from "#renderer/features/sharings/SharingsPlace.tsx";

/** What each place of the rail shows. Those with an editor, charts or pages are loaded when first gone to. */
export const placeComponents: Record<Place, ComponentType> = {
  reports: ReportsPlace,
  cases: lazy(async () => ({ default: (await import("#renderer/features/cases/CasesPlace.tsx")).CasesPlace })),
  campaigns: lazy(async () => ({
    default: (await import("#renderer/features/campaigns/CampaignsPlace.tsx")).CampaignsPlace,
  })),
  writeups: lazy(async () => ({
    default: (await import("#renderer/features/writeups/WriteupsPlace.tsx")).WriteupsPlace,
  })),
  sharings: SharingsPlace,
  roster: RosterPlace,
  quarters: lazy(async () => ({
    default: (await import("#renderer/features/quarters/QuartersPlace.tsx")).QuartersPlace,
  })),
  publishing: lazy(async () => ({
    default: (await import("#renderer/features/publishing/PublishingPlace.tsx")).PublishingPlace,
  })),
  search: SearchPlace,
};
