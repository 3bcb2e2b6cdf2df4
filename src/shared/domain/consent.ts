import { z } from "zod";
import { Day } from "./moment.ts";

/** To give out among participants, or to print in the public report: two consents, asked and answered apart. */
export const CONSENT_PURPOSES = ["share", "publish"] as const;
export const ConsentPurpose = z.enum(CONSENT_PURPOSES);
export type ConsentPurpose = z.infer<typeof ConsentPurpose>;

/** A condition of a consent in a form the gate can evaluate. `other` is for a person to confirm each time. */
export const ConsentTerm = z.discriminatedUnion("kind", [
  /** Only to members of these SIGs (ids of the book). */
  z.strictObject({ kind: z.literal("sigs-only"), sigIds: z.array(z.uuid()).min(1) }),
  z.strictObject({ kind: z.literal("not-in-public-report") }),
  z.strictObject({ kind: z.literal("not-before"), day: Day }),
  z.strictObject({ kind: z.literal("no-indicator-list") }),
  z.strictObject({ kind: z.literal("other"), text: z.string().trim().min(1).max(2000), confirmed: z.boolean() }),
]);
export type ConsentTerm = z.infer<typeof ConsentTerm>;

/** What a person decides about a finding. A `must` finding can be masked, generalised or described, never allowed. */
export const DECISION_ACTIONS = ["mask", "generalise", "describe", "allow"] as const;
export const DecisionAction = z.enum(DECISION_ACTIONS);
export type DecisionAction = z.infer<typeof DecisionAction>;

/** Where something goes that leaves the book: a stamped working copy, to the provider, to participants, to the public. */
export const DESTINATIONS = ["copy", "provider", "share", "publish"] as const;
export const Destination = z.enum(DESTINATIONS);
export type Destination = z.infer<typeof Destination>;

/** PAP 2.0: what recipients may do with what they get. Labels are never translated. */
export const PAP_LABELS = ["PAP:RED", "PAP:AMBER", "PAP:GREEN", "PAP:CLEAR"] as const;
export const Pap = z.enum(PAP_LABELS);
export type Pap = z.infer<typeof Pap>;

/** Who has to consent to a text: whoever provided what it tells. Exactly one of the three is set. */
export const Party = z.union([
  z.strictObject({ organizationId: z.uuid() }),
  z.strictObject({ frameworkId: z.uuid() }),
  z.strictObject({ outside: z.string().trim().min(1).max(500) }),
]);
export type Party = z.infer<typeof Party>;

/** The same for equal parties and for no others, to compare and to group by. */
export function partyKey(party: Party): string {
  if ("organizationId" in party) return `organization:${party.organizationId}`;
  return "frameworkId" in party ? `framework:${party.frameworkId}` : `outside:${party.outside}`;
}
