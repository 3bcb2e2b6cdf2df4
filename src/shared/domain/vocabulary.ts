import { z } from "zod";

/**
 * The closed word lists of the trade (product.md, interchange.md). Screen words live in `messages/`.
 */
export const CHANNELS = ["mail", "phone", "file", "meeting", "portal", "other"] as const;
export const Channel = z.enum(CHANNELS);
export type Channel = z.infer<typeof Channel>;

export const ASSESSMENTS = ["targeted", "indiscriminate", "benign", "undetermined"] as const;
export const Assessment = z.enum(ASSESSMENTS);
export type Assessment = z.infer<typeof Assessment>;

/** Why a report is on purpose not given out; note ※1 of table 1 comes from these. */
export const NOT_SHARED_REASONS = ["mass", "joined", "benign", "declined"] as const;
export const NotSharedReason = z.enum(NOT_SHARED_REASONS);
export type NotSharedReason = z.infer<typeof NotSharedReason>;

export const LINK_RELATIONS = [
  "same-campaign",
  "similar-to",
  "follow-up-of",
  "same-infrastructure",
  "duplicate-of",
  "sighting-of",
] as const;
export const LinkRelation = z.enum(LINK_RELATIONS);
export type LinkRelation = z.infer<typeof LinkRelation>;

export const CONFIDENCES = ["low", "medium", "high"] as const;
export const Confidence = z.enum(CONFIDENCES);
export type Confidence = z.infer<typeof Confidence>;

/** provided 提供情報, or hub IPA独自. */
export const ORIGINS = ["provided", "hub"] as const;
export const Origin = z.enum(ORIGINS);
export type Origin = z.infer<typeof Origin>;

export const SHARING_STATES = ["draft", "sanitised", "awaiting-approval", "approved", "shared", "withdrawn"] as const;
export const SharingState = z.enum(SHARING_STATES);
export type SharingState = z.infer<typeof SharingState>;

export const APPROVAL_DECISIONS = ["approved", "conditional", "declined"] as const;
export const ApprovalDecision = z.enum(APPROVAL_DECISIONS);
export type ApprovalDecision = z.infer<typeof ApprovalDecision>;

export const OBSERVABLE_ROLES = ["attacker", "victim", "abused"] as const;
export const ObservableRole = z.enum(OBSERVABLE_ROLES);
export type ObservableRole = z.infer<typeof ObservableRole>;

/** Figures that can be published for a quarter (interchange `published-figure`). */
export const FIGURES = ["provided", "shared", "hub-origin", "targeted", "sigs", "organizations"] as const;
export const FigureName = z.enum(FIGURES);
export type FigureName = z.infer<typeof FigureName>;
