import { coreContract, type CoreContract } from "#shared/contract/index.ts";
import type { Topic } from "#shared/contract/define.ts";
import { AppError } from "#shared/errors.ts";
import type { ChangedListener, ContractShape, Handlers } from "#shared/rpc/contractTypes.ts";
import { auditHandlers } from "./audit/audit.handlers.ts";
import { campaignHandlers } from "./campaigns/campaigns.handlers.ts";
import { casebookHandlers, type OpenSlot } from "./casebook/casebook.handlers.ts";
import { createKnownBooks } from "./casebook/knownBooks.ts";
import type { BookOptions } from "./casebook/openBook.ts";
import { caseHandlers } from "./cases/cases.handlers.ts";
import type { Core, CoreOptions } from "./core.ts";
import type { BookSession } from "./database/bookSession.ts";
import type { FeatureContext } from "./feature.ts";
import { intakeHandlers } from "./intake/intake.handlers.ts";
import { linkHandlers } from "./links/links.handlers.ts";
import { publishingHandlers } from "./publishing/publishing.handlers.ts";
import { quarterHandlers } from "./quarters/quarters.handlers.ts";
import { reportHandlers } from "./reports/reports.handlers.ts";
import { rosterHandlers } from "./roster/roster.handlers.ts";
import { createSanitiser, type Sanitiser } from "./sanitising/sanitiser.ts";
import { searchHandlers } from "./search/search.handlers.ts";
import { sharingHandlers } from "./sharings/sharings.handlers.ts";
import { writeupHandlers } from "./writeups/writeups.handlers.ts";
import { sanitisingHandlers } from "./sanitising/sanitising.handlers.ts";
import { pictureHandlers } from "./pictures/pictures.handlers.ts";
import { approvalHandlers } from "./approvals/approvals.handlers.ts";
import { gateHandlers } from "./gate/gate.handlers.ts";
import { readForSaving } from "./gate/readForSaving.ts";
import { sweepArtifacts } from "./storage/sweepArtifacts.ts";

type UntypedHandler = (input: unknown, context: unknown) => unknown;

/** Wraps every command so that what it changes is announced once it is stored. */
function announcing(
  handlers: Handlers<CoreContract>,
  announce: (topics: readonly Topic[]) => void,
): Handlers<CoreContract> {
  const untyped = handlers as unknown as Record<string, Record<string, UntypedHandler>>;
  const shape: ContractShape = coreContract;
  const features = Object.entries(shape).map(([feature, methods]): [string, object] => {
    const wrapped = Object.entries(methods).map(([name, method]): [string, UntypedHandler | undefined] => {
      const handle = untyped[feature]?.[name];
      if (handle === undefined || method.kind === "query") return [name, handle];
      const handleAndAnnounce: UntypedHandler = async (input, context) => {
        const output = await handle(input, context);
        announce(method.changes);
        return output;
      };
      return [name, handleAndAnnounce];
    });
    return [feature, Object.fromEntries(wrapped)];
  });
  return Object.fromEntries(features) as unknown as Handlers<CoreContract>;
}

function createSlot(closing: (session: BookSession) => void): OpenSlot {
  let session: BookSession | null = null;
  return {
    current: () => session,
    replace(next) {
      if (session) {
        closing(session);
        sweepArtifacts(session);
        session.close();
      }
      session = next;
    },
  };
}

/** Puts the core together: one open book at a time, and a set of handlers for each feature of the contract. */
export async function createCore(options: CoreOptions, clock: Pick<BookOptions, "now" | "newId"> = {}): Promise<Core> {
  const listeners = new Set<ChangedListener>();
  const sanitisers = new WeakMap<BookSession, Sanitiser>();
  const slot = createSlot((session) => sanitisers.get(session)?.close());
  const context: FeatureContext = {
    book() {
      const session = slot.current();
      if (!session) throw new AppError("casebook.not-open");
      return session;
    },
    sanitiser() {
      const session = context.book();
      const known = sanitisers.get(session) ?? createSanitiser(session);
      sanitisers.set(session, known);
      return known;
    },
  };
  const handlers: Handlers<CoreContract> = {
    casebook: casebookHandlers(createKnownBooks(options), slot, clock),
    intake: intakeHandlers(context),
    reports: reportHandlers(context),
    cases: caseHandlers(context),
    links: linkHandlers(context),
    campaigns: campaignHandlers(context),
    writeups: writeupHandlers(context),
    sanitising: sanitisingHandlers(context),
    pictures: pictureHandlers(context),
    approvals: approvalHandlers(context),
    sharings: sharingHandlers(context),
    gate: gateHandlers(context),
    roster: rosterHandlers(context),
    quarters: quarterHandlers(context),
    publishing: publishingHandlers(context),
    search: searchHandlers(context),
    audit: auditHandlers(context),
  };
  return {
    handlers: announcing(handlers, (topics) => listeners.forEach((listener) => listener(topics))),
    onChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    readArtifact: async (artifactId) => readForSaving(context.book(), artifactId),
    close: async () => slot.replace(null),
  };
}
